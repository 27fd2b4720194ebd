import { describe, expect, it } from "vitest";
import { toLoggedError } from "./log-error.ts";

describe("an error in the log", () => {
  it("keeps the kind, the code, the constraint and the place, and nothing that can quote a value", () => {
    const cause = Object.assign(new Error("Key (bsn)=(999990019) already exists"), {
      code: "23505",
      constraint: "nieuwkomer_bsn_key",
      detail: "Key (bsn)=(999990019)",
      parameters: ["999990019"],
    });
    const logged = toLoggedError(new Error("INSERT failed for 999990019", { cause }));
    expect(logged).toMatchObject({
      name: "Error",
      cause: { code: "23505", constraint: "nieuwkomer_bsn_key" },
    });
    expect(logged.frames?.[0]).toMatch(/^at /);
    expect(JSON.stringify(logged)).not.toContain("999990019");
  });

  it("says only the type of something that is no error", () => {
    expect(toLoggedError("999990019")).toEqual({ name: "string" });
  });
});
