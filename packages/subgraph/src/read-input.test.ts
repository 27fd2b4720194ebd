import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readInput } from "./read-input.ts";

const schema = z.object({
  uren: z.number("een getal").int("een heel getal").max(8, "ten hoogste 8"),
  notitie: z.string().trim().max(5, "ten hoogste 5 tekens").nullish(),
  delen: z.array(z.object({ naam: z.string("een naam") })).default([]),
});

const refused = (input: unknown) => () => readInput(schema, input);

describe("input", () => {
  it("is given on as the schema reads it", () => {
    expect(readInput(schema, { uren: 8, notitie: " ab " })).toEqual({ uren: 8, notitie: "ab", delen: [] });
  });

  it("is refused with the field, what was expected and what came", () => {
    expect(refused({ uren: 9 })).toThrow("input.uren: verwacht ten hoogste 8, maar kreeg 9.");
    expect(refused({ uren: "9" })).toThrow('input.uren: verwacht een getal, maar kreeg "9".');
    expect(refused({})).toThrow("input.uren: verwacht een getal, maar kreeg niets.");
  });

  it("is refused with the place, however deep", () => {
    expect(refused({ uren: 1, delen: [{ naam: "a" }, { naam: 2 }] })).toThrow(
      "input.delen.1.naam: verwacht een naam, maar kreeg 2.",
    );
  });

  it("names the first field that is wrong, and only that", () => {
    expect(refused({ uren: 9, notitie: "te lang" })).toThrow(
      /^input\.uren: verwacht ten hoogste 8, maar kreeg 9\.$/,
    );
  });

  it("carries the field and what was expected for a program", () => {
    try {
      refused({ uren: 9 })();
    } catch (error) {
      expect((error as { extensions: unknown }).extensions).toEqual({
        code: "BAD_USER_INPUT",
        veld: "input.uren",
        verwacht: "ten hoogste 8",
      });
    }
    expect.assertions(1);
  });

  it("is refused, wherever it stands, when it holds what PostgreSQL cannot keep", () => {
    expect(refused({ uren: 1, delen: [{ naam: "a\0b" }] })).toThrow(
      'input.delen.0.naam: verwacht tekst zonder NUL-teken, maar kreeg "tekst met een NUL-teken".',
    );
    expect(refused({ uren: 1, delen: [{ naam: "a\ud800b" }] })).toThrow(
      'input.delen.0.naam: verwacht tekst van hele tekens, maar kreeg "tekst met een half teken".',
    );
    expect(refused({ uren: 1, onbekend: "\0" })).toThrow("input.onbekend: verwacht tekst zonder NUL-teken");
  });
});
