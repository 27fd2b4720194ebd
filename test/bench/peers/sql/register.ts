import { aanwezigheidspercentage, dag, joinLesuren, row } from "./parts.ts";

const isOpen = `startdatum <= ${dag} AND (einddatum IS NULL OR einddatum >= ${dag})`;
const open = `inschrijving WHERE ${isOpen} AND gemeente = $1`;

/** The open inschrijvingen of gemeente $1 in the register of the ROC, the first $2 after $3, as one JSON. */
export const register = `
  SELECT ${row(
    `mijnInschrijvingen: ${row(
      `totalCount: (SELECT count(*) FROM ${open})`,
      `edges: COALESCE(json_agg(${row(
        `node: ${row(
          "id: i.id",
          "gemeente: i.gemeente",
          "soort: i.soort",
          "opleiding: i.opleiding",
          "startdatum: i.startdatum",
          "einddatum: i.einddatum",
          `aanwezigheidspercentage: ${aanwezigheidspercentage}`,
        )}`,
      )} ORDER BY i.id), '[]')`,
    )}`,
  )}::text AS data
  FROM (SELECT * FROM ${open} AND id > $3 ORDER BY id LIMIT $2) i ${joinLesuren}`;
