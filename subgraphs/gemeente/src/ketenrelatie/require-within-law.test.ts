import { describe, expect, it } from "vitest";
import { requireWithinLaw } from "./require-within-law.ts";

describe("the first day of a ketenrelatie", () => {
  it("is at the earliest that of the law under which somebody inburgert", () => {
    expect(() => requireWithinLaw("2013-01-01", "WI2013")).not.toThrow();
    expect(() => requireWithinLaw("2022-01-01", "WI2021")).not.toThrow();
    expect(() => requireWithinLaw("9999-12-31", "WI2021")).not.toThrow();
  });

  it("is refused a day before it, with the law and what would be allowed", () => {
    expect(() => requireWithinLaw("2012-12-31", "WI2013")).toThrow(
      "De eerste dag ligt voor het begin van de wet waaronder deze nieuwkomer inburgert " +
        "(Wet inburgering zoals die geldt vanaf 1 januari 2013). Wel toegestaan: 2013-01-01 of later.",
    );
    expect(() => requireWithinLaw("2021-12-31", "WI2021")).toThrow("Wel toegestaan: 2022-01-01 of later.");
  });
});
