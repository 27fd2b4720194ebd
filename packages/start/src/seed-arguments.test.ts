import { describe, expect, it } from "vitest";
import { readNieuwkomers } from "./seed-arguments.ts";

describe("npm run seed", () => {
  it("makes as many people as it is asked", () => {
    expect(readNieuwkomers(["--nieuwkomers", "100000"])).toBe(100_000);
  });

  it.each([
    [[], "nothing"],
    [["--nieuwkomers", "veel"], "veel"],
    [["--nieuwkomers", "0"], "0"],
    [["--nieuwkomers", "1.5"], "1.5"],
    [["--nieuwkomers", "2000000"], "2000000"],
  ])("asks for a number that it can make instead of %j", (args, got) => {
    expect(() => readNieuwkomers(args)).toThrow(
      `--nieuwkomers: expected a whole number from 1 to 1000000, but got ${got}.`,
    );
  });

  it("refuses an option that it does not know", () => {
    expect(() => readNieuwkomers(["--mensen", "10"])).toThrow("--mensen");
  });
});
