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
  taken,
} from "./parts.ts";

const ofN = (...columns: readonly string[]) => columns.map((column) => `${column}: n.${column}`);

const leefgebied = (naam: string) =>
  `${naam.toLowerCase()}: ${row(
    `doelen: ${doelen(naam, "omschrijving", "status", "streefdatum")}`,
    `taken: ${taken(naam, "partij", "omschrijving", "status", "laatsteMelding: laatste_melding")}`,
  )}`;

const pip = `CASE WHEN p.id IS NULL THEN NULL ELSE ${row(
  "status: p.status",
  "ondertekendOp: p.ondertekend_op",
  `leerroute: ${leerroute("leerrouteType: p.leerroute_type", "niveau: p.niveau")}`,
  ...["FINANCIEN", "ZORG", "SAMENLEVING", "WERK", "ONTMOETEN"].map(leefgebied),
)} END`;

const one = (columns: string, table: string) =>
  `(SELECT ${columns} FROM ${table} x WHERE x.nieuwkomer_id = n.id)`;

const pvt = `CASE WHEN v.id IS NULL THEN NULL ELSE ${row(
  "startdatum: v.startdatum",
  `gevolgdeUren: ${gevolgdeUren}`,
  "datumOndertekeningPvt: v.datum_ondertekening",
  `bijeenkomsten: ${list(row("datum", "uren", "aanwezig"), "pvt_bijeenkomst y WHERE y.pvt_id = v.id", "y.datum DESC, y.id")}`,
)} END`;

const inschrijvingen = list(
  row(
    "soort",
    "opleiding",
    "startdatum",
    `aanwezigheidspercentage: ${aanwezigheidspercentage}`,
    `lesaanwezigheid: ${row(
      "gevolgdeUren: l.gevolgd",
      "geoorloofdVerzuimUren: l.geoorloofd",
      "ongeoorloofdVerzuimUren: l.ongeoorloofd",
      "laatsteLes: l.laatste",
    )}`,
    `taalniveaus: ${list(
      row("vaardigheid", "niveau", "datum"),
      "taalniveaumeting m WHERE m.inschrijving_id = i.id",
      "m.datum DESC, m.vaardigheid, m.id",
    )}`,
  ),
  `inschrijving i ${joinLesuren} WHERE i.nieuwkomer_id = n.id`,
  "i.startdatum DESC, i.id",
);

const nieuwkomer = row(
  ...ofN(
    "id",
    "gemeente",
    "geboortedatum",
    "geslacht",
    "nationaliteit",
    "contacttaal",
    "regime",
    "doelgroep",
  ),
  `naam: ${row(...ofN("voornamen", "voorvoegsel", "geslachtsnaam"))}`,
  `adres: ${row(...ofN("straat", "huisnummer", "postcode", "woonplaats"))}`,
  `contact: ${row(...ofN("telefoonnummer", "emailadres"))}`,
  `inburgeringsplicht: ${one(row("begindatum", "einddatum"), "inburgeringsplicht")}`,
  `inburgeringstermijn: ${one(row("startdatum", "einddatum"), "inburgeringstermijn")}`,
  `examens: ${list(
    row("onderdeel", "niveau", "resultaat", "examendatum"),
    "examenresultaat e WHERE e.nieuwkomer_id = n.id",
    "e.examendatum DESC, e.id",
  )}`,
  `betrokkenen: ${betrokkenen("partij", "doel", "contactpersoon", "begindatum")}`,
  "regievoerder: n.regievoerder",
  `pip: ${pip}`,
  `uitkeringen: ${list(
    row("soort", "ingangsdatum", "einddatum"),
    "uitkering u WHERE u.nieuwkomer_id = n.id",
    "u.ingangsdatum DESC, u.id",
  )}`,
  `reintegratievoorzieningen: ${list(
    row(
      "soort",
      "datumStart: datum_start",
      "datumVerwachtEinde: datum_verwacht_einde",
      "urenPerWeek: uren_per_week",
    ),
    "reintegratievoorziening r WHERE r.nieuwkomer_id = n.id",
    "r.datum_start DESC, r.id",
  )}`,
  `begeleiding: CASE WHEN b.id IS NULL THEN NULL ELSE ${row("startdatum: b.startdatum", "onderwerpen: b.onderwerpen")} END`,
  `pvt: ${pvt}`,
  `inschrijvingen: ${inschrijvingen}`,
);

/** The dossier of nieuwkomer $1 as one JSON. */
export const dossier = `
  SELECT ${row(`nieuwkomer: ${nieuwkomer}`)}::text AS data
  FROM nieuwkomer n LEFT JOIN pip p ON p.nieuwkomer_id = n.id ${joinBegeleiding} WHERE n.id = $1`;
