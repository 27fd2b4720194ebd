import { DoelOnbekend, DoelVereist } from "@ketenhub/errors";
import { describe, expect, it } from "vitest";
import { readDoel } from "./read-doel.ts";

describe("readDoel", () => {
  it.each([
    ["regie", "regie"],
    ["keten-duo", "keten-duo"],
    ["  regie\t", "regie"],
    [["pip"], "pip"],
    ["a".repeat(60), "a".repeat(60)],
  ])("reads %j as one doel", (header, doel) => {
    expect(readDoel(header)).toBe(doel);
  });

  it.each([
    [undefined],
    [""],
    ["   "],
    [[]],
    [[""]],
    ["regie,intake"],
    ["regie, intake"],
    ["regie,"],
    [","],
    [["regie", "intake"]],
    [["regie", "regie"]],
    ["regie intake"],
    ["regie\tintake"],
    ["regie\nintake"],
  ])("asks for exactly one doel on %j", (header) => {
    expect(() => readDoel(header)).toThrow(new DoelVereist());
  });

  it.each([
    ["Regie"],
    ["-regie"],
    ["1regie"],
    ["regie!"],
    ["regie;intake"],
    ["__proto__"],
    ["régie"],
    ["a".repeat(61)],
    ['"regie"'],
  ])("does not know %j, and does not echo it", (header) => {
    expect(() => readDoel(header)).toThrow(new DoelOnbekend());
  });
});
