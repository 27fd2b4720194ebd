import { describe, expect, it } from "vitest";
import { isLostUnderWay, isNeverSent } from "./connection-failure.ts";

const failed = (code: string, syscall: string) => Object.assign(new Error(code), { code, syscall });

describe("a connection that failed", () => {
  it("sent nothing when it was never made", () => {
    expect(isNeverSent(failed("ECONNREFUSED", "connect"))).toBe(true);
    expect(isNeverSent(failed("ENOTFOUND", "getaddrinfo"))).toBe(true);
    expect(
      isNeverSent(new AggregateError([failed("ECONNREFUSED", "connect"), failed("ENETUNREACH", "connect")])),
    ).toBe(true);
  });

  it("may have sent everything when it broke", () => {
    for (const error of [failed("EHOSTUNREACH", "read"), failed("ECONNRESET", "read"), new Error("x"), "x"]) {
      expect(isNeverSent(error)).toBe(false);
    }
    expect(
      isNeverSent(new AggregateError([failed("ECONNREFUSED", "connect"), failed("ECONNRESET", "read")])),
    ).toBe(false);
    expect(isLostUnderWay(failed("ECONNRESET", "read"))).toBe(true);
    expect(isLostUnderWay(failed("ECONNREFUSED", "connect"))).toBe(false);
  });
});
