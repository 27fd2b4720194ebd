import { ProtocolNietGeldig } from "@ketenhub/errors";
import { GeenGeldigProtocol, type Protocolversies } from "@ketenhub/protocol";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { describe, expect, it } from "vitest";
import { protocolInForce } from "./protocol-in-force.ts";

const throwing = (error: Error): Protocolversies => ({
  alle: [],
  op() {
    throw error;
  },
});

/** What a request hears when this goes wrong. */
function refusalOf(protocollen: Protocolversies, moment = new Date()): unknown {
  try {
    return protocolInForce(protocollen, moment);
  } catch (error) {
    return error;
  }
}

describe("the version that answers a request", () => {
  it("is the one in force at its moment", async () => {
    const protocollen = await readProtocolversies();
    const { versie } = protocolInForce(protocollen, new Date("2026-06-01T10:00:00Z"));
    expect(versie).toBe("1.0.0");
  });

  it("is none before the first day of the first version: the request is refused, and the cause is for the log", async () => {
    const refusal = refusalOf(await readProtocolversies(), new Date("2025-12-31T22:59:59Z"));
    expect(refusal).toBeInstanceOf(ProtocolNietGeldig);
    expect(refusal).toMatchObject({
      code: "PROTOCOL_NIET_GELDIG",
      extensions: { http: { status: 503 } },
      cause: { message: "Op 2025-12-31 geldt geen versie van het protocol." },
    });
  });

  it("is no other than the one under which the request was begun: else it is refused", async () => {
    const protocollen = await readProtocolversies();
    const moment = new Date("2026-06-01T10:00:00Z");
    expect(protocolInForce(protocollen, moment, "1.0.0").versie).toBe("1.0.0");
    for (const begonnen of ["1.1.0", "", "0.0.0", ["1.0.0", "1.0.0"]]) {
      expect(() => protocolInForce(protocollen, moment, begonnen)).toThrow(ProtocolNietGeldig);
    }
  });

  it("tells the caller nothing of who signed", () => {
    const refusal = refusalOf(throwing(new GeenGeldigProtocol("handtekeningen/1.1.0/wpda.json: ontbreekt")));
    expect(JSON.stringify((refusal as ProtocolNietGeldig).toJSON())).not.toContain("wpda");
  });

  it("is not found by a mistake of our own, which stays what it is", () => {
    const mistake = new TypeError("stuk");
    expect(refusalOf(throwing(mistake))).toBe(mistake);
  });
});
