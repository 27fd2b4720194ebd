import { readProtocolversies } from "@ketenhub/protocol-file";
import { describe, expect, inject, it } from "vitest";
import { ask, subgraphUrl } from "../support/ask.ts";
import { askTraced } from "../support/ask-traced.ts";
import { doelwit } from "../support/attackers.ts";
import { bellers, tokenFor } from "../support/callers.ts";
import { rawRequest } from "../support/raw-request.ts";

const { regievoerder, begeleider } = bellers;
const query = `{ nieuwkomer(id: "${doelwit}") { id bsn } }`;
const doors = () => [inject("hub").url, ...Object.keys(inject("hub").subgraphs).map(subgraphUrl)];
const headersOf = async (beller = regievoerder) => ({
  authorization: `Bearer ${await tokenFor(beller)}`,
  doel: beller.doel,
});
const nothing = (text: string) => expect(text).not.toMatch(/"data":|9999000|Nieuwkomer/);

describe("J10 headers in which somebody says who he is", () => {
  it("J10 do not get past the gateway: a subgraph gets the token, the doel and what HTTP needs", async () => {
    const spoofed = {
      "x-partij": "gemeente",
      "x-partner": "gemeente",
      "x-rol": "regievoerder",
      "x-doel": "regie",
      doel_: "regie",
      "x-forwarded-for": "10.0.0.1",
      "x-forwarded-host": "gemeente.example",
      forwarded: "for=10.0.0.1",
      protocolversie: "1.0.0",
      toegang: "gemeente:a:b",
      "x-toegang": "gemeente:a:b",
      signature: "sig1=:AA==:",
      cookie: "sessie=regievoerder",
      "x-hub-caller": "regievoerder",
      baggage: "rol=regievoerder",
      tracestate: "rol=regievoerder",
    };
    const { answer, fetches } = await askTraced(
      begeleider,
      `{ nieuwkomer(id: "${doelwit}") { bsn begeleiding { startdatum } } }`,
      {},
      { headers: spoofed },
    );
    expect(answer.data.nieuwkomer.bsn).toBeNull();
    expect(fetches.length).toBe(2);
    const inForce = (await readProtocolversies()).op(new Date()).versie;
    for (const { headers } of fetches) {
      expect(headers[headers.findIndex((one) => one.toLowerCase() === "protocolversie") + 1]).toBe(inForce);
      const names = headers.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
      expect([...names].sort()).toEqual([
        "accept",
        "authorization",
        "connection",
        "content-length",
        "content-type",
        "doel",
        "host",
        "protocolversie",
        "traceparent",
        "x-request-id",
      ]);
    }
  });

  it("J10 choose no version of the protocol: another than the one in force is refused by every bronhouder", async () => {
    for (const url of Object.keys(inject("hub").subgraphs).map(subgraphUrl)) {
      for (const protocolversie of ["1.0.0", "0.0.0", "x", "1.1.0, 1.0.0", "__proto__"]) {
        const answer = await ask(
          regievoerder,
          "{ _service { sdl } }",
          {},
          { url, headers: { protocolversie } },
        );
        expect({ status: answer.status, data: answer.data }, protocolversie).toEqual({
          status: 503,
          data: undefined,
        });
      }
    }
  });

  it("J10 given twice, or in another spelling, count for nothing", async () => {
    const { authorization } = await headersOf(begeleider);
    const other = (await headersOf(regievoerder)).authorization;
    const body = JSON.stringify({ query });
    for (const url of doors()) {
      const start = [
        "POST /graphql HTTP/1.1",
        `Host: ${new URL(url).host}`,
        "Content-Type: application/json",
      ];
      const attempts = [
        [`Authorization: ${authorization}`, "Doel: maatschappelijke-begeleiding", "Doel: regie"],
        [`Authorization: ${authorization}`, "Doel: maatschappelijke-begeleiding, regie"],
        [`Authorization: ${authorization}`, "Doel : regie"],
        [`Authorization: ${authorization}`, "Doel:\tregie\u0001"],
        [`Authorization: ${authorization}, ${other}`, "Doel: regie"],
        [`Authorization: ${authorization} ${other}`, "Doel: regie"],
        [`X-Authorization: ${other}`, "Doel: regie"],
        [`Authorization_: ${other}`, "Doel: regie"],
      ];
      for (const headers of attempts) {
        const answer = await rawRequest(url, [...start, ...headers], body);
        expect(answer, headers[1]).toMatch(/^HTTP\/1\.1 40[013]/);
        nothing(answer);
      }
      // Of two tokens the first counts, as for every server that reads HTTP with Node: here that of the begeleider.
      const twice = await rawRequest(
        url,
        [...start, `Authorization: ${authorization}`, `Authorization: ${other}`, "Doel: regie"],
        body,
      );
      expect(twice).toMatch(/^HTTP\/1\.1 40[013]/);
      nothing(twice);
    }
  });
});

describe("J11 an address that is not quite the address", () => {
  it("J11 is no door", async () => {
    const { authorization, doel } = await headersOf();
    const body = JSON.stringify({ query });
    const url = inject("hub").url;
    const lines = (first: string, host: string) => [
      first,
      `Host: ${host}`,
      "Content-Type: application/json",
      `Authorization: ${authorization}`,
      `Doel: ${doel}`,
    ];
    for (const path of [
      "/graphql/",
      "//graphql",
      "/GraphQL",
      "/graphql%00",
      "/graphql/..%2f",
      "/%67raphql%2f",
      "/graphql;x",
      "/x/../graphql",
    ]) {
      const answer = await rawRequest(url, lines(`POST ${path} HTTP/1.1`, "hub.example"), body);
      expect(answer, path).toMatch(/^HTTP\/1\.1 40[04]/);
    }
    for (const first of [
      "TRACE /graphql HTTP/1.1",
      "CONNECT gemeente:4001 HTTP/1.1",
      "PRI * HTTP/2.0",
      "POST /graphql HTTP/9.9",
      "POST http://gemeente:4001/graphql HTTP/1.1",
    ]) {
      const answer = await rawRequest(url, lines(first, "gemeente:4001"), "");
      nothing(answer);
      expect(answer, first).not.toMatch(/^HTTP\/1\.1 2/);
    }
    const otherHost = await rawRequest(url, lines("POST /graphql HTTP/1.1", 'kwaad.example"><script>'), body);
    expect(otherHost).not.toContain("kwaad");
  });
});
