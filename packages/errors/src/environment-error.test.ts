import { describe, expect, it } from "vitest";
import { environmentError } from "./environment-error.ts";

describe("an environment that is wrong", () => {
  it("is told with a line for each variable, and without its value", () => {
    const issues = [
      { path: ["PORT"], message: "expected a number" },
      { path: ["DATABASE_URL"], message: "expected a string" },
    ];
    expect(environmentError("wpda", issues, { PORT: "geheim" }).message).toBe(
      "Invalid environment of wpda:\n  PORT: expected a number.\n  DATABASE_URL is missing.",
    );
  });
});
