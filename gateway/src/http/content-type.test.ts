import { describe, expect, it } from "vitest";
import { isJson } from "./content-type.ts";

describe("a Content-Type", () => {
  it.each([
    "application/json",
    "Application/JSON",
    "application/json;",
    "application/json ; charset = UTF-8 ;",
    'application/json; charset="utf-8"',
    "application/json;charset=utf8",
  ])("says JSON in UTF-8: %j", (type) => {
    expect(isJson(type)).toBe(true);
  });

  it.each([
    undefined,
    "",
    "text/plain",
    "text/plain;application/json",
    "application/jsonp",
    "application/json, text/plain",
    "application/json; charset=utf-16",
    "application/json; charset=",
    "application/json; charset=utf-8=x",
    "application/json; charset=utf-8; charset=utf-16",
    "application/json; boundary=x",
    "application/json;;",
    `application/json${" ".repeat(100)}`,
  ])("says something else: %j", (type) => {
    expect(isJson(type)).toBe(false);
  });

  // With nested patterns of spaces this took half a second each time.
  it("costs nothing however many spaces stand in it", () => {
    const type = `application/json${" ".repeat(15_500)}x`;
    const before = performance.now();
    for (let time = 0; time < 200; time += 1) expect(isJson(type)).toBe(false);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
