import { readProtocolFile } from "@ketenhub/protocol-file";
import { describe, expect, it } from "vitest";
import { magTaakDoen, partijenVoorTaak } from "./taakgebieden.ts";

const protocol = await readProtocolFile();
const elders = ["FINANCIEN", "SAMENLEVING", "WERK", "ONTMOETEN"];

/** The agreed protocol, in which this partij may do tasks on one leefgebied alone. */
const onlyOn = (partij: string, leefgebied: "werk" | "zorg") => ({
  protocol: {
    ...protocol,
    document: {
      ...protocol.document,
      artikelen: protocol.document.artikelen.map((artikel) =>
        artikel.partij === partij
          ? { ...artikel, voorwaarden: [{ "eigen-taak": leefgebied } as const] }
          : artikel,
      ),
    },
  },
});

describe("a task", () => {
  it("can be done by who may report on it, on every leefgebied but zorg", () => {
    for (const leefgebied of elders) {
      expect(partijenVoorTaak({ protocol }, leefgebied)).toEqual([
        ...["gemeente", "wpda", "vluchtelingenwerk", "roc", "gkb", "sociaal-team", "attenta", "humanitas"],
        ...["de-volmacht", "woonborg", "impuls", "lemat", "vip", "buurtsportcoaches"],
      ]);
    }
  });

  it("on zorg can be done by who may also read what it is", () => {
    expect(partijenVoorTaak({ protocol }, "ZORG")).toEqual(["gemeente", "sociaal-team"]);
  });

  it("cannot be done where the protocol asks for a task elsewhere, nor by who takes no part", () => {
    expect(magTaakDoen(onlyOn("impuls", "werk"), "impuls", "WERK")).toBe(true);
    expect(magTaakDoen(onlyOn("impuls", "werk"), "impuls", "ONTMOETEN")).toBe(false);
    expect(magTaakDoen({ protocol }, "duo", "WERK")).toBe(false);
    expect(magTaakDoen({ protocol }, "bakker", "WERK")).toBe(false);
  });
});
