import { describe, expect, it } from "vitest";
import { omslaan } from "./omslaan.ts";

describe("a text broken into lines", () => {
  it("has lines that fit, with what follows indented, and says the same", () => {
    const tekst = "wpda · werkcoach: lezen bsn, naam voor reintegratie, als betrokken en eigen-gemeente";
    const gebroken = omslaan(tekst, 30, "  ");
    expect(gebroken.split("\n").every((regel) => regel.length <= 30)).toBe(true);
    expect(
      gebroken
        .split("\n")
        .slice(1)
        .every((regel) => /^ {2}\S/.test(regel)),
    ).toBe(true);
    expect(gebroken.replace(/\s+/g, " ")).toBe(tekst);
  });

  it("keeps a partij and its rol together", () => {
    expect(omslaan("voor wpda · werkcoach", 12)).toBe("voor\nwpda · werkcoach");
  });

  it("leaves a word that does not fit whole", () => {
    expect(omslaan("a langerdantien b", 5)).toBe("a\nlangerdantien\nb");
  });
});
