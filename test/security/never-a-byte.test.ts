import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { maakVoorbeeldbevolking } from "@ketenhub/voorbeelddata";
import { describe, expect, inject, it } from "vitest";
import { ask } from "../support/ask.ts";
import { type Beller, bellers } from "../support/callers.ts";

const vandaag = (await readFile(join(inject("hub").directory, "voorbeelddata-van.txt"), "utf8")).trim();
const { gemeente, wpda } = maakVoorbeeldbevolking({ vandaag });

const zorg = [...gemeente.doel, ...gemeente.taak].filter(({ leefgebied }) => leefgebied === "ZORG");
const elders = new Set(
  [...gemeente.doel, ...gemeente.taak]
    .filter(({ leefgebied }) => leefgebied !== "ZORG")
    .map(({ omschrijving }) => omschrijving),
);

/** What must not be found, in every byte that went to somebody who may not have it. */
const secrets = {
  bsn: gemeente.nieuwkomer.flatMap(({ bsn }) => (bsn ? [`"${bsn}"`] : [])),
  bedrag: [...wpda.uitkering, ...wpda.vaste_last].map(({ bedrag_in_centen }) => `:${bedrag_in_centen},`),
  zorg: zorg.map(({ omschrijving }) => omschrijving).filter((text) => !elders.has(text)),
  notitie: gemeente.taak.flatMap(({ voortgangsnotitie }) => (voortgangsnotitie ? [voortgangsnotitie] : [])),
} as const;

const leefgebied = "{ doelen { omschrijving } taken { omschrijving voortgangsnotitie } }";
const everything = `{ nieuwkomers(first: 500) { edges { node {
  id bsn vNummer geboortedatum nationaliteit contact { telefoonnummer } naam { geslachtsnaam }
  gezin { leden { nieuwkomer { bsn } } }
  pip { financien ${leefgebied} zorg ${leefgebied} samenleving ${leefgebied} werk ${leefgebied} ontmoeten ${leefgebied} }
  ontheffingen { grond } verlengingen { verlengingsgrond } inburgeringsplicht { redenGeenInburgeringsplicht }
  uitkeringen { bedragInCenten soort } ontzorgen { vasteLasten { bedragInCenten soort } }
  begeleiding { notitie } inschrijvingen { opleiding }
} } } }`;

const callers: readonly (readonly [string, Beller, readonly (keyof typeof secrets)[]])[] = [
  ["a begeleider of VluchtelingenWerk", bellers.begeleider, ["bsn", "bedrag", "zorg", "notitie"]],
  [
    "a begeleider, for the pvt",
    { ...bellers.begeleider, doel: "pvt-map" },
    ["bsn", "bedrag", "zorg", "notitie"],
  ],
  ["a werkcoach", bellers.werkcoach, ["bsn", "bedrag", "zorg", "notitie"]],
  [
    "a trajectbegeleider",
    { ...bellers.trajectbegeleider, doel: "voortgang" },
    ["bsn", "bedrag", "zorg", "notitie"],
  ],
  [
    "a docent",
    { ...bellers.trajectbegeleider, rol: "docent", doel: "voortgang", medewerker: "roc-docent-1" },
    ["bsn", "bedrag", "zorg", "notitie"],
  ],
  ["a regievoerder", bellers.regievoerder, ["bedrag"]],
];

describe("never a byte", () => {
  it("is a search that finds what it looks for when somebody may have it", async () => {
    const { text } = await ask(bellers.regievoerder, everything);
    for (const kind of ["bsn", "zorg", "notitie"] as const) {
      expect(
        secrets[kind].some((secret) => text.includes(secret)),
        kind,
      ).toBe(true);
    }
    const klantmanager = await ask(bellers.klantmanager, everything);
    expect(secrets.bedrag.some((secret) => klantmanager.text.replaceAll("}", ",").includes(secret))).toBe(
      true,
    );
  });

  it.each(callers)(
    "of what %s may not have is in an answer to everything that can be asked",
    async (_who, beller, kinds) => {
      const { text, data, headers } = await ask(beller, everything);
      expect(data.nieuwkomers.edges.length).toBeGreaterThan(0);
      const sent = `${text}${JSON.stringify([...headers])}`.replaceAll("}", ",");
      for (const kind of kinds) {
        expect(
          secrets[kind].filter((secret) => sent.includes(secret.replaceAll("}", ","))),
          kind,
        ).toEqual([]);
      }
    },
  );
});
