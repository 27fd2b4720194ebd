import { readFile } from "node:fs/promises";
import { regievoerder } from "../asker.ts";
import type { People } from "../world/people.ts";
import { inTurn, type Work } from "./work.ts";

/** All that four partners know of one person and a regievoerder may read; of another person each time. */
export async function dossier({ metDossier }: People): Promise<Work> {
  return {
    naam: "dossier van één persoon",
    asker: regievoerder,
    query: await readFile(new URL("dossier.graphql", import.meta.url), "utf8"),
    path: "/dossier",
    compared: 10,
    check({ nieuwkomer: { pip, uitkeringen, begeleiding, inschrijvingen } }) {
      if (pip && uitkeringen.length > 0 && begeleiding && inschrijvingen.length > 0) return;
      throw new Error("Expected something of each of the four partners.");
    },
    begin: inTurn(metDossier.map((id) => ({ id }))),
  };
}
