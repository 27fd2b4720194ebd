import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afstand } from "./afstand.ts";
import { kies } from "./kies.ts";

const zelf = (naam: string) => naam;

describe("a name", () => {
  it("is found as it is written, and no other way", () => {
    expect(kies("Rol", "docent", ["docent", "Docent"], zelf)).toBe("docent");
    expect(() => kies("Rol", "DOCENT", ["docent"], zelf)).toThrow(
      'Rol "DOCENT" bestaat niet. Verwacht, het meest lijkende eerst: docent.',
    );
  });

  it("that is misspelt is answered with what there is, the nearest first", () => {
    const namen = ["klantmanager", "participatiecoach", "werkcoach"];
    expect(() => kies("Rol", "werkcoash", namen, zelf)).toThrow("eerst: werkcoach, ");
    expect(() => kies("Rol", "klant", namen, zelf)).toThrow("eerst: klantmanager, ");
  });

  it("is answered with a few when there are many", () => {
    const namen = Array.from({ length: 40 }, (_, nummer) => `naam${nummer}`);
    expect(() => kies("Veld", "naam12x", namen, zelf)).toThrow(/eerst: naam12, .*, en nog 32\.$/);
  });
});

describe("the distance between two words", () => {
  it("is how many letters differ", () => {
    expect([
      afstand("doel", "doel"),
      afstand("doel", "deel"),
      afstand("", "doel"),
      afstand("rol", "rollen"),
    ]).toEqual([0, 1, 4, 3]);
  });

  it("is the same both ways, and nothing only for equal words", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (een, ander) => {
        expect(afstand(een, ander)).toBe(afstand(ander, een));
        expect(afstand(een, ander) === 0).toBe(een === ander);
      }),
    );
  });
});
