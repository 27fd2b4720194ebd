import { type GraphQLScalarType, parseValue } from "graphql";
import { describe, expect, it } from "vitest";
import { scalars } from "./scalars.ts";

const { Date: Dag, DateTime, Gemeentecode, Partij, Doelcode, Gegevencode } = scalars;
const literal = (scalar: GraphQLScalarType, text: string) => () => scalar.parseLiteral(parseValue(text), {});

describe("a day", () => {
  it.each(["2026-02-28", "2028-02-29", "9999-12-31", "0001-01-01", "1936-07-01"])("is %s", (day) => {
    expect(Dag.parseValue(day)).toBe(day);
    expect(literal(Dag, `"${day}"`)()).toBe(day);
    expect(Dag.serialize(day)).toBe(day);
  });

  it.each([
    "2026-02-29",
    "2026-02-30",
    "2026-13-01",
    "2026-00-01",
    "2026-01-00",
    "2026-01-32",
    "0000-01-01",
    "10000-01-01",
    "-001-01-01",
    "2026-1-1",
    "20260101",
    "01-01-2026",
    "2026-01-01T00:00:00Z",
    "2026-01-01 ",
    "2026-01-01\n",
    "vandaag",
    "",
  ])("is not %j", (text) => {
    const message = `Date: verwacht een dag die bestaat, als JJJJ-MM-DD, maar kreeg ${JSON.stringify(text)}.`;
    expect(() => Dag.parseValue(text)).toThrow(message);
    expect(literal(Dag, JSON.stringify(text))).toThrow(message);
  });

  it.each(["20260101", "2026.0101", "true", "null", "EEN", "[1]", `{ dag: "2026-01-01" }`])(
    "is not written as %s",
    (text) => {
      expect(literal(Dag, text)).toThrow(/^Date: verwacht een dag die bestaat/);
    },
  );

  it("is no number, list or moment when it comes as a variable", () => {
    for (const value of [20260101, 0, true, null, undefined, ["2026-01-01"], { dag: 1 }, new Date(0)]) {
      expect(() => Dag.parseValue(value)).toThrow(/^Date: verwacht een dag die bestaat/);
    }
  });
});

describe("a moment", () => {
  it.each(["2026-11-22T09:30:00Z", "2028-02-29T23:59:59.999Z", "2026-01-01T00:00:00.5Z"])("is %s", (text) => {
    expect(DateTime.parseValue(text)).toBe(text);
    expect(literal(DateTime, `"${text}"`)()).toBe(text);
    expect(DateTime.serialize(text)).toBe(text);
  });

  it("is written in UTC when it comes from the database", () => {
    expect(DateTime.serialize(new Date("2026-11-22T10:30:00+01:00"))).toBe("2026-11-22T09:30:00.000Z");
  });

  it.each([
    "2026-02-29T09:30:00Z",
    "2026-11-22T24:00:00Z",
    "2026-11-22T09:60:00Z",
    "2026-11-22T09:30:00",
    "2026-11-22T09:30:00+01:00",
    "2026-11-22 09:30:00Z",
    "2026-11-22T09:30:00.0000Z",
    "2026-11-22T09:30:00Z\n",
    "2026-11-22",
    "",
  ])("is not %j", (text) => {
    expect(() => DateTime.parseValue(text)).toThrow(/^DateTime: verwacht een moment in UTC/);
    expect(() => DateTime.serialize(text)).toThrow("A stored DateTime has another form.");
  });

  it("is not a Date that is none, nor a number", () => {
    for (const value of [new Date("onleesbaar"), 0, null]) {
      expect(() => DateTime.serialize(value)).toThrow("A stored DateTime has another form.");
    }
  });
});

describe("a gemeentecode", () => {
  it("is GM and four digits", () => {
    expect(Gemeentecode.parseValue("GM1680")).toBe("GM1680");
    expect(literal(Gemeentecode, '"GM0106"')()).toBe("GM0106");
  });

  it.each(["gm1680", "GM168", "GM16800", " GM1680", "GM1680\n", "GM１６８０", "1680", "GM1680' OR 1=1", ""])(
    "is not %j",
    (text) => {
      expect(() => Gemeentecode.parseValue(text)).toThrow(
        `Gemeentecode: verwacht een gemeentecode zoals GM1680, maar kreeg ${JSON.stringify(text)}.`,
      );
    },
  );

  it("is not a number", () => {
    expect(() => Gemeentecode.parseValue(1680)).toThrow("maar kreeg 1680.");
    expect(literal(Gemeentecode, "1680")).toThrow(/^Gemeentecode: verwacht/);
  });
});

describe("a partij or a doel", () => {
  it("is kebab-case, of at most forty characters", () => {
    for (const scalar of [Partij, Doelcode]) {
      expect(scalar.parseValue("sociaal-team")).toBe("sociaal-team");
      for (const text of ["WPDA", "1-partij", "een partij", "a".repeat(41), "", "wpda\n", "wpda;"]) {
        expect(() => scalar.parseValue(text)).toThrow(/^(Partij|Doelcode): verwacht /);
      }
    }
  });
});

describe("a gegeven", () => {
  it("is kebab-case, of at most sixty characters", () => {
    for (const text of ["contact", "zelfredzaamheid-financien", "a".repeat(60)])
      expect(Gegevencode.parseValue(text)).toBe(text);
    for (const text of ["Contact", "1-gegeven", "a".repeat(61), "", "contact\n", "contact' OR 1=1"]) {
      expect(() => Gegevencode.parseValue(text)).toThrow(/^Gegevencode: verwacht de code van een gegeven/);
    }
  });
});

describe("a stored value of another form", () => {
  it("is a mistake of ours, and is not repeated", () => {
    for (const scalar of Object.values(scalars)) {
      expect(() => scalar.serialize("Geheim 999990019")).toThrow(
        new TypeError(`A stored ${scalar.name} has another form.`),
      );
    }
  });
});
