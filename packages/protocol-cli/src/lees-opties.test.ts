import { describe, expect, it } from "vitest";
import { Gebruiksfout } from "./gebruiksfout.ts";
import { leesOpties } from "./lees-opties.ts";

const verwacht = { waarden: ["partij", "veld"], schakelaars: ["changelog"], woorden: "oud.yaml nieuw.yaml" };
const lees = (...args: readonly string[]) => leesOpties(args, verwacht);

describe("what was typed", () => {
  it("is options with a value, switches, and words", () => {
    const opties = lees("--partij", "wpda", "a.yaml", "--veld=A.b", "--veld", "C.d", "--changelog", "b.yaml");
    expect(opties.een("partij")).toBe("wpda");
    expect(opties.alle("veld")).toEqual(["A.b", "C.d"]);
    expect(opties.aan("changelog")).toBe(true);
    expect(opties.woorden).toEqual(["a.yaml", "b.yaml"]);
    expect([lees().een("partij"), lees().alle("veld"), lees().aan("changelog")]).toEqual([
      undefined,
      [],
      false,
    ]);
  });

  it.each<[string, readonly string[], string]>([
    [
      "an option nobody knows",
      ["--patrij", "wpda"],
      "Onbekende optie --patrij. Verwacht: --partij, --veld, --changelog, oud.yaml nieuw.yaml.",
    ],
    [
      "a short option nobody knows",
      ["-p"],
      "Onbekende optie -p. Verwacht: --partij, --veld, --changelog, oud.yaml nieuw.yaml.",
    ],
    [
      "an option that every object has",
      ["--constructor", "x"],
      "Onbekende optie --constructor. Verwacht: --partij, --veld, --changelog, oud.yaml nieuw.yaml.",
    ],
    ["no value", ["--partij"], "--partij heeft een waarde nodig."],
    ["an empty value", ["--partij="], "--partij heeft een waarde nodig."],
    ["a value for a switch", ["--changelog=ja"], '--changelog heeft geen waarde; er kwam "ja".'],
  ])("is refused: %s", (_what, args, melding) => {
    expect(() => lees(...args)).toThrow(new Gebruiksfout(melding));
  });

  it("is refused when an option that counts once came twice", () => {
    expect(() => lees("--partij", "wpda", "--partij", "roc").een("partij")).toThrow(
      new Gebruiksfout("--partij mag maar een keer; er kwamen er 2."),
    );
  });

  it("is refused when a command has no words and there is one", () => {
    expect(() => leesOpties(["wpda"], { waarden: ["partij"] })).toThrow(
      new Gebruiksfout('"wpda" hoort hier niet. Verwacht: --partij.'),
    );
  });
});
