import { describe, expect, it } from "vitest";
import { networkOf } from "./network-of.ts";

describe("from where a request came", () => {
  it("is its whole network where it has one to itself", () => {
    expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2");
    expect(networkOf("2001:db8::1")).toBe("2001:db8:0:0");
    expect(networkOf("::1")).toBe("0:0:0:0");
    expect(networkOf("10.0.0.1")).toBe("10.0.0.1");
  });

  it.each([
    "5.6.7.8",
    "5.6.7.8:443",
    "::ffff:5.6.7.8",
    "::FFFF:5.6.7.8",
    "::ffff:0506:0708",
    "0:0:0:0:0:ffff:5.6.7.8",
    "[::ffff:5.6.7.8]:443",
  ])("is the same however it is written: %s", (address) => {
    expect(networkOf(address)).toBe("5.6.7.8");
  });

  it.each(["2001:db8:0:7::1", "2001:0DB8::7:0:0:0:2", "[2001:db8:0:7::3]:443", "2001:db8:0:7::4%eth0"])(
    "is the same network however it is written: %s",
    (address) => {
      expect(networkOf(address)).toBe("2001:db8:0:7");
    },
  );

  it.each([undefined, "", "junk", "other junk", "1.2.3", "1.2.3.4.5:1", "05.6.7.8", "[", ":".repeat(101)])(
    "is counted together with all else that is no address: %s",
    (address) => {
      expect(networkOf(address)).toBe("no address");
    },
  );
});
