import { describe, expect, it } from "vitest";
import { persoonOf } from "./persoon-of.ts";

describe("about whom an object is", () => {
  it("stands in nieuwkomerId", () => {
    expect(persoonOf({ nieuwkomerId: "p1", id: "x" })).toBe("p1");
  });

  it("is nobody without one, or with something else in it: then only figures can be shown", () => {
    for (const parent of [
      undefined,
      null,
      "p1",
      1,
      {},
      { id: "p1" },
      { nieuwkomerId: 1 },
      { nieuwkomerId: null },
    ]) {
      expect(persoonOf(parent)).toBeUndefined();
    }
  });

  it("is not taken for nobody when it is empty", () => {
    expect(persoonOf({ nieuwkomerId: "" })).toBe("");
  });
});
