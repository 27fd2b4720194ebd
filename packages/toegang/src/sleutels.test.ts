import { describe, expect, it } from "vitest";
import { readSleutels } from "./sleutels.ts";

const secret = (bytes: number) => Buffer.alloc(bytes, 251);
const key = (kid: string, bytes = 32) => `${kid}:${secret(bytes).toString("base64")}`;
const refused = "SLEUTEL: expected kid:base64 with at least 32 random bytes, but got something else.";

describe("keys", () => {
  it("are read in their order: the first signs", () => {
    expect(readSleutels(`${key("k2")},${key("k1")}`, "SLEUTEL")).toEqual([
      { kid: "k2", secret: secret(32) },
      { kid: "k1", secret: secret(32) },
    ]);
  });

  it("may be written with a space or a new line between them, as people do", () => {
    expect(readSleutels(` ${key("k2")},\n  ${key("k1")} `, "SLEUTEL").map(({ kid }) => kid)).toEqual([
      "k2",
      "k1",
    ]);
  });

  it("may be longer than 32 bytes, and written in either alphabet of base64", () => {
    for (const bytes of [32, 33, 34, 64]) {
      for (const encoding of ["base64", "base64url"] as const) {
        const [sleutel] = readSleutels(`k1:${secret(bytes).toString(encoding)}`, "SLEUTEL");
        expect(sleutel.secret).toEqual(secret(bytes));
      }
    }
  });

  it("are refused when they are short, malformed or absent, without being repeated in the message", () => {
    const texts = [key("k1", 31), "geheim", "", ",", `${key("k1")},`, secret(32).toString("base64")];
    const around = [`x ${key("k1")}`, `${key("k1")} x`, `${key("k1", 34)}=`, key(""), key("k".repeat(21))];
    for (const text of [...texts, ...around]) {
      expect(() => readSleutels(text, "SLEUTEL")).toThrow(new Error(refused));
    }
  });

  it("are refused when one id stands for two of them", () => {
    expect(() => readSleutels(`${key("k1")},${key("k1", 33)}`, "SLEUTEL")).toThrow(
      "SLEUTEL: expected every key id once, but one occurs twice.",
    );
  });
});
