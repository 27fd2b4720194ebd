import { describe, expect, inject, it } from "vitest";
import { ask, subgraphUrl } from "../support/ask.ts";
import { askTraced } from "../support/ask-traced.ts";
import { doelwit } from "../support/attackers.ts";
import { bellers, tokenFor } from "../support/callers.ts";

const { regievoerder } = bellers;
const query = `{ nieuwkomer(id: "${doelwit}") { id bsn } }`;
const doors = () => [inject("hub").url, ...Object.keys(inject("hub").subgraphs).map(subgraphUrl)];
const headersOf = async () => ({
  authorization: `Bearer ${await tokenFor(regievoerder)}`,
  doel: regievoerder.doel,
});
const post = async (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array<ArrayBuffer> | FormData,
) => {
  const response = await fetch(url, {
    method: "POST",
    headers: { ...(await headersOf()), ...headers },
    body,
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const nothing = (text: string) => expect(text).not.toMatch(/"data":|9999000|Nieuwkomer/);

describe("a question in an address", () => {
  it("J1 is not answered at any door, with or without what a browser cannot send", async () => {
    for (const url of doors()) {
      for (const headers of [{}, { "apollo-require-preflight": "1" }, { "x-apollo-operation-name": "x" }]) {
        const response = await fetch(`${url}?query=${encodeURIComponent(query)}`, {
          headers: { ...(await headersOf()), ...headers },
        });
        expect([404, 405]).toContain(response.status);
        nothing(await response.text());
      }
    }
  });

  it("J4 changes nothing either", async () => {
    const mutation = "mutation { startKetenrelatie(input: {}) { ketenrelatie { id } } }";
    for (const method of ["GET", "HEAD", "PUT", "DELETE", "PATCH"]) {
      const response = await fetch(`${inject("hub").url}?query=${encodeURIComponent(mutation)}`, {
        method,
        headers: { ...(await headersOf()), "apollo-require-preflight": "1" },
      });
      expect([404, 405], method).toContain(response.status);
    }
  });
});

describe("a body that is no JSON", () => {
  const asForm = `query=${encodeURIComponent(query)}`;
  const asJson = JSON.stringify({ query });
  const kinds: readonly (readonly [string, string])[] = [
    ["application/x-www-form-urlencoded", asForm],
    ["application/x-www-form-urlencoded", asJson],
    ["text/plain", asJson],
    ["text/plain;application/json", asJson],
    ["application/graphql", query],
    ["application/xml", asJson],
    ["message/http", asJson],
  ];

  it.each(kinds)("J2 is not answered, at any door: %s", async (type, body) => {
    for (const url of doors()) {
      const { status, text } = await post(url, { "content-type": type }, body);
      expect([400, 415], url).toContain(status);
      nothing(text);
    }
  });

  it("J3 is not read in another alphabet, nor half", async () => {
    const utf16 = new Uint8Array(Buffer.from(asJson, "utf16le"));
    for (const url of doors()) {
      for (const charset of ["utf-16", "utf-16le", "x-verzonnen", "utf-7", ""]) {
        const { status, text } = await post(
          url,
          { "content-type": `application/json; charset=${charset}` },
          utf16,
        );
        expect([400, 415], charset).toContain(status);
        nothing(text);
      }
      const cut = new Uint8Array(Buffer.from(`{"query":"{ __typename }","x":"\u00e9`, "latin1"));
      expect((await post(url, { "content-type": "application/json" }, cut)).status).toBe(400);
    }
  });

  it("J7 is not taken as files, at any door", async () => {
    for (const url of doors()) {
      const form = new FormData();
      form.set("operations", JSON.stringify({ query, variables: { file: null } }));
      form.set("map", JSON.stringify({ 0: ["variables.file"] }));
      form.set("0", new Blob(["x"]), "x.txt");
      const { status, text } = await post(url, {}, form);
      expect([400, 415]).toContain(status);
      nothing(text);
    }
  });
});

describe("an answer", () => {
  it("J5 is kept by nobody on the way: a refusal neither, and from no door", async () => {
    for (const url of doors()) {
      for (const asked of ["{ __typename }", "{ onbekend }", "{"]) {
        const { headers } = await ask(regievoerder, asked, {}, { url });
        expect(headers.get("cache-control") ?? "no-store", `${url} ${asked}`).toBe("no-store");
      }
      const refused = await ask(regievoerder, "{ __typename }", {}, { url, token: undefined });
      expect(refused.headers.get("cache-control") ?? "no-store").toBe("no-store");
    }
  });

  it("J8 holds no plan for who asks for one", async () => {
    for (const name of ["Apollo-Query-Plan-Experimental", "Apollo-Expose-Query-Plan", "apollo-tracing"]) {
      const { answer } = await askTraced(
        regievoerder,
        query,
        {},
        { headers: { [name]: "1", "apollo-query-plan-experimental-format": "internal" } },
      );
      expect(Object.keys(JSON.parse(answer.text))).toEqual(["data"]);
      expect(answer.text).not.toMatch(/serviceName|QueryPlan|Fetch\(/i);
    }
  });

  it("J9 holds no trace for who asks for one, at any door", async () => {
    for (const url of doors()) {
      const { text } = await ask(
        regievoerder,
        "{ __typename }",
        {},
        { url, headers: { "apollo-federation-include-trace": "ftv1" } },
      );
      expect(Object.keys(JSON.parse(text))).toEqual(["data"]);
    }
  });

  it("J12 is for no other site: no origin is allowed anything, and none is asked for", async () => {
    for (const url of doors()) {
      const { headers } = await ask(
        regievoerder,
        "{ __typename }",
        {},
        { url, headers: { origin: "https://kwaad.example" } },
      );
      const preflight = await fetch(url, {
        method: "OPTIONS",
        headers: {
          origin: "https://kwaad.example",
          "access-control-request-method": "POST",
          "access-control-request-headers": "authorization,doel",
        },
      });
      expect(preflight.status).toBeGreaterThanOrEqual(400);
      for (const found of [headers, preflight.headers]) {
        expect([...found.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
      }
    }
  });
});

describe("J6 the pages for developers", () => {
  it("J6 hold no answer, no token and no cookie", async () => {
    for (const path of ["/graphql", "/graphiql"]) {
      const { origin } = new URL(inject("hub").url);
      const response = await fetch(`${origin}${path}`, {
        headers: { accept: "text/html", ...(await headersOf()) },
      });
      expect(response.status).toBe(200);
      const text = await response.text();
      expect(text).not.toContain((await headersOf()).authorization.slice(7, 60));
      expect(response.headers.get("set-cookie")).toBeNull();
      expect(text).toContain("Bearer …");
    }
  });
});

describe("J13 a text by its hash", () => {
  it("J13 is not known at any door, whoever registered it and however it is written", async () => {
    const hash = "ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38";
    for (const url of doors()) {
      for (const given of [{}, { query }, { query: "{ __typename }" }, { query: "{__typename}# x" }]) {
        const body = { ...given, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } };
        const { text } = await post(url, { "content-type": "application/json" }, JSON.stringify(body));
        expect(text).toContain("PERSISTED_QUERY_NOT_SUPPORTED");
        nothing(text);
      }
    }
  });

  it("J13 is no batch: a list of questions is not answered", async () => {
    for (const url of doors()) {
      const { status, text } = await post(
        url,
        { "content-type": "application/json" },
        JSON.stringify([{ query }, { query }]),
      );
      expect(status).toBe(400);
      nothing(text);
    }
  });
});
