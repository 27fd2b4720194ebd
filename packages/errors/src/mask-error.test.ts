import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { describe, expect, it } from "vitest";
import {
  createMaskError,
  errorCodes,
  Geweigerd,
  HubError,
  Unauthenticated,
  Versieconflict,
} from "./index.ts";

/** What a client sees of an error, and what the log gets. */
function masked(error: unknown, formatted?: GraphQLFormattedError) {
  const reported: { reference: string; error: unknown }[] = [];
  const mask = createMaskError((reference, reportedError) =>
    reported.push({ reference, error: reportedError }),
  );
  const asGraphQL = error instanceof GraphQLError ? error : new GraphQLError(String(error));
  return { shown: mask(formatted ?? asGraphQL.toJSON(), error), reported };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe("an error that was not made to be shown", () => {
  const cause = Object.assign(
    new Error("duplicate key value violates unique constraint: Key (bsn)=(999990019) at 10.0.0.5:5432"),
    { code: "23505", detail: "Key (bsn)=(999990019)", query: "INSERT INTO nieuwkomer" },
  );
  const error = new GraphQLError(cause.message, {
    originalError: cause,
    path: ["nieuwkomer", "naam"],
    extensions: { code: "INTERNAL_SERVER_ERROR", stacktrace: [cause.stack], detail: cause.detail },
  });

  it("becomes a reference and nothing else", () => {
    const { shown, reported } = masked(error);
    const reference = String(shown.extensions?.["referentie"]);
    expect(reference).toMatch(uuid);
    expect(shown).toEqual({
      message: `Er ging bij ons iets mis. Noem deze referentie als u het meldt: ${reference}.`,
      path: ["nieuwkomer", "naam"],
      extensions: { code: "INTERNAL_SERVER_ERROR", referentie: reference },
    });
    expect(reported).toEqual([{ reference, error: cause }]);
  });

  it("leaks no message, stack, statement, address or value", () => {
    const text = JSON.stringify(masked(error).shown);
    for (const secret of ["999990019", "INSERT", "10.0.0.5", "23505", "at ", "unique constraint"]) {
      expect(text).not.toContain(secret);
    }
  });

  it("gets a reference of its own every time", () => {
    const references = [masked(error), masked(error)].map(({ shown }) => shown.extensions?.["referentie"]);
    expect(new Set(references).size).toBe(2);
  });

  it.each([
    ["without a code", { message: "geheim" }],
    ["with a code of a library", { message: "geheim", extensions: { code: "ERR_HTTP2" } }],
    ["with a code that is no text", { message: "geheim", extensions: { code: 1 } }],
    ["with a code that every object has", { message: "geheim", extensions: { code: "toString" } }],
    ["with our own internal code", { message: "geheim", extensions: { code: "INTERNAL_SERVER_ERROR" } }],
  ])("is masked: %s", (_how, formatted) => {
    const { shown, reported } = masked(new Error("geheim"), formatted);
    expect(shown.extensions?.["code"]).toBe("INTERNAL_SERVER_ERROR");
    expect(JSON.stringify(shown)).not.toContain("geheim");
    expect(reported).toHaveLength(1);
  });

  it("keeps the reference of the bronhouder where it was masked already, and nothing else of it", () => {
    const referentie = "0f8fad5b-d9cb-469f-a165-70867728950e";
    const extensions = { code: "INTERNAL_SERVER_ERROR", referentie, detail: "geheim" };
    const { shown, reported } = masked(new Error("geheim"), { message: "geheim", path: ["a"], extensions });
    expect(shown).toEqual({
      message: `Er ging bij ons iets mis. Noem deze referentie als u het meldt: ${referentie}.`,
      path: ["a"],
      extensions: { code: "INTERNAL_SERVER_ERROR", referentie },
    });
    expect(reported).toEqual([]);
  });

  it.each(["geheim", "0f8fad5b-d9cb-469f-a165-70867728950e geheim", 1, null])(
    "gets a reference of its own instead of what only looks like one: %j",
    (referentie) => {
      const { shown, reported } = masked(new Error("x"), { message: "x", extensions: { referentie } });
      expect(shown.extensions?.["referentie"]).toMatch(uuid);
      expect(JSON.stringify(shown)).not.toContain("geheim");
      expect(reported).toHaveLength(1);
    },
  );

  it("is masked when it is no error at all", () => {
    expect(masked("geheim", { message: "geheim" }).reported[0]?.error).toBe("geheim");
  });
});

describe("an error of our own", () => {
  const weigering = { reden: "GEEN_TAAK", gegeven: "taken", doel: "pip-taak", protocolversie: "1.0.0" };

  it("passes as it is, and is not reported", () => {
    const { shown, reported } = masked(new Geweigerd(weigering));
    expect(shown).toEqual({
      message: "Het protocol deelt dit gegeven niet met u.",
      extensions: { code: "UNAUTHORIZED_FIELD_OR_TYPE", ...weigering },
    });
    expect(reported).toEqual([]);
  });

  it("keeps its place and only the extensions that are on the list", () => {
    const formatted = {
      message: "m",
      path: ["a", 0],
      locations: [{ line: 1, column: 2 }],
      extensions: {
        ...new Versieconflict(1, 2).extensions,
        stacktrace: ["at x"],
        response: { body: "geheim" },
        http: {},
      },
    };
    expect(masked(new Versieconflict(1, 2), formatted).shown).toEqual({
      message: "m",
      path: ["a", 0],
      locations: [{ line: 1, column: 2 }],
      extensions: { code: "VERSIECONFLICT", gelezen: 1, huidig: 2 },
    });
  });

  it("does not carry its cause, nor the status of the HTTP answer", () => {
    const { shown } = masked(new Unauthenticated(new Error("signature of kid k1 does not match")));
    expect(shown.extensions).toEqual({ code: "UNAUTHENTICATED" });
    expect(JSON.stringify(shown)).not.toContain("k1");
  });

  it.each(Object.keys(errorCodes).filter((code) => code !== "INTERNAL_SERVER_ERROR"))(
    "passes: %s",
    (code) => {
      const error = new HubError(code as keyof typeof errorCodes, "De melding.");
      expect(masked(error).shown).toEqual({ message: "De melding.", extensions: { code } });
    },
  );
});

describe("what the library says of a value that somebody sent", () => {
  const said = (message: string) =>
    masked(new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } })).shown.message;

  it("is shown without the names that it suggests", () => {
    expect(said('Value "WI2012" does not exist in "Regime" enum. Did you mean "WI2013"?')).toBe(
      'Value "WI2012" does not exist in "Regime" enum.',
    );
  });

  it("is not repeated to the end, however much was sent, and takes no longer for it", () => {
    const sent = " Did you mean ".repeat(100_000);
    expect(said(`got invalid value "${sent}"`)).toBe('got invalid value "');
    expect(said(`got invalid value "${"x".repeat(1_000_000)}"`)).toHaveLength(1_001);
  });
});
