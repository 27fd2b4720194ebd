import { describe, expect, it } from "vitest";
import { seal, secretOf, unseal } from "./seal.ts";

const sleutel = (byte = 1) => ({ kid: "k1", secret: Buffer.alloc(32, byte) });

describe("a seal", () => {
  it("opens, with its key and for what it is bound to, to the text that was closed in it", () => {
    const text = "Žofia: één tekst 🔑 over iemand";
    expect(unseal(sleutel(), "wpda", seal(sleutel(), "wpda", text))).toBe(text);
  });

  it("opens when a process of an hour ago made it: while processes are replaced they understand each other", () => {
    expect(unseal(sleutel(), "wpda", "8EUW07VQku4V2-RgzA4MLH9O0nvg7M2V3GbcghTC_UU")).toBe("iets");
  });

  it("does not open with another key, nor for something else than it is bound to", () => {
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

describe("the secret of a seal", () => {
  const sealed = "8EUW07VQku4V2-RgzA4MLH9O0nvg7M2V3GbcghTC_UU";

  it("is the same for everybody with the key, also for a process of an hour ago", () => {
    expect(secretOf(sleutel(), sealed)).toBe("tkvcLO8TGskFCzmiKqLzcNm-DkMLq7HuJI3OHxAhAwM");
  });

  it("is another one with another key, and for another seal", () => {
    const others = [secretOf(sleutel(2), sealed), secretOf(sleutel(), `${sealed.slice(0, -1)}V`)];
    expect(new Set([...others, secretOf(sleutel(), sealed)]).size).toBe(3);
  });
});
