import { describe, expect, it } from "vitest";
import { isUnreachable } from "./is-unreachable.ts";

const coded = (code: string) => Object.assign(new Error("x"), { code });
const wrapped = (driverError: Error) => Object.assign(new Error("query failed"), { driverError });

describe("a database that does not answer", () => {
  it.each([
    ["refuses", coded("ECONNREFUSED")],
    ["is cut off", wrapped(coded("ECONNRESET"))],
    ["shuts down", coded("57P01")],
    ["starts up", coded("57P03")],
    ["has no connection left", coded("53300")],
    ["took too long", wrapped(coded("57014"))],
    ["did not give a connection in time", new Error("timeout exceeded when trying to connect")],
    ["went away halfway", wrapped(new Error("Connection terminated unexpectedly"))],
    ["is at no address", new AggregateError([coded("ECONNREFUSED"), coded("ENETUNREACH")])],
  ])("is known by its error: it %s", (_what, error) => {
    expect(isUnreachable(error)).toBe(true);
  });

  it.each([
    ["a key that is there already", wrapped(coded("23505"))],
    ["a table that is not there", coded("42P01")],
    ["a mistake of our own", new TypeError("undefined is not a function")],
    ["nothing that is an error", "ECONNREFUSED"],
    ["several, of which one is an answer", new AggregateError([coded("ECONNREFUSED"), coded("28P01")])],
  ])("is not what is told by %s", (_what, error) => {
    expect(isUnreachable(error)).toBe(false);
  });
});
