import {
  aanwezigheidspercentage,
  betrokkenen,
  doelen,
  gevolgdeUren,
  joinBegeleiding,
  joinLesuren,
  leerroute,
  list,
  row,
} from "./parts.ts";

const leefgebied = (naam: string) =>
  `${naam.toLowerCase()}: ${row(`doelen: ${doelen(naam, "omschrijving", "status")}`)}`;

const pip = `CASE WHEN p.id IS NULL THEN NULL ELSE ${row(
  `leerroute: ${leerroute("leerrouteType: p.leerroute_type")}`,
  ...["FINANCIEN", "ZORG", "SAMENLEVING", "WERK", "ONTMOETEN"].map(leefgebied),
)} END`;

const inschrijvingen = list(
  row("soort", "opleiding", `aanwezigheidspercentage: ${aanwezigheidspercentage}`),
  `inschrijving i ${joinLesuren} WHERE i.nieuwkomer_id = n.id`,
  "i.startdatum DESC, i.id",
);

const node = row(
  "id: n.id",
  `naam: ${row("voornamen: n.voornamen", "geslachtsnaam: n.geslachtsnaam")}`,
  `pip: ${pip}`,
  `uitkeringen: ${list(
    row("soort", "ingangsdatum"),
    "uitkering u WHERE u.nieuwkomer_id = n.id",
    "u.ingangsdatum DESC, u.id",
  )}`,
  `begeleiding: CASE WHEN b.id IS NULL THEN NULL ELSE ${row("startdatum: b.startdatum", "onderwerpen: b.onderwerpen")} END`,
  `pvt: CASE WHEN v.id IS NULL THEN NULL ELSE ${row(
    `gevolgdeUren: ${gevolgdeUren}`,
    "datumOndertekeningPvt: v.datum_ondertekening",
  )} END`,
  `inschrijvingen: ${inschrijvingen}`,
  `betrokkenen: ${betrokkenen("partij", "doel")}`,
  "regievoerder: n.regievoerder",
);

/** The caseload of gemeente $1, the first $2 after $3, as one JSON. */
export const caseload = `
  SELECT ${row(
    `nieuwkomers: ${row(
      "totalCount: (SELECT count(*) FROM nieuwkomer WHERE gemeente = $1)",
      `edges: COALESCE(json_agg(${row(`node: ${node}`)} ORDER BY n.id), '[]')`,
    )}`,
  )}::text AS data
  FROM (SELECT * FROM nieuwkomer WHERE gemeente = $1 AND id > $3 ORDER BY id LIMIT $2) n
  LEFT JOIN pip p ON p.nieuwkomer_id = n.id ${joinBegeleiding}`;
