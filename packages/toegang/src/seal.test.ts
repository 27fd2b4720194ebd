import { describe, expect, it } from "vitest";
import { seal, unseal } from "./seal.ts";

const sleutel = (byte = 1) => ({ kid: "k1", secret: Buffer.alloc(32, byte) });

describe("a seal", () => {
  it("opens, with its key and for its bronhouder, to the text that was closed in it", () => {
    const text = "Žofia: één tekst 🔑 over iemand";
    expect(unseal(sleutel(), "wpda", seal(sleutel(), "wpda", text))).toBe(text);
  });

  it("opens when a process of an hour ago made it: while processes are replaced they understand each other", () => {
    expect(unseal(sleutel(), "wpda", "-nCShfu70qYOCfTHHO1aMfm03o93sgtmERvbzddcZqQ")).toBe("iets");
  });

  it("does not open with another key, nor for another bronhouder", () => {
    const sealed = seal(sleutel(), "wpda", "iets");
    expect(unseal(sleutel(2), "wpda", sealed)).toBeUndefined();
    expect(unseal(sleutel(), "roc", sealed)).toBeUndefined();
  });

  it("holds nothing when nothing was closed in it, or when it is too short to be one", () => {
    expect(unseal(sleutel(), "wpda", seal(sleutel(), "wpda", ""))).toBeUndefined();
    for (const bytes of [0, 1, 12, 27, 28, 29]) {
      expect(unseal(sleutel(), "wpda", Buffer.alloc(bytes).toString("base64url"))).toBeUndefined();
    }
  });

  it("never begins like an earlier one, however many are made of the same text", () => {
    const sleutelVanWpda = sleutel();
    const begin = () => Buffer.from(seal(sleutelVanWpda, "wpda", "iets"), "base64url").toString("hex", 0, 12);
    const beginnings = Array.from({ length: 1_000 }, begin);
    expect(new Set(beginnings).size).toBe(1_000);
    expect(beginnings).not.toContain("00".repeat(12));
  });
});
