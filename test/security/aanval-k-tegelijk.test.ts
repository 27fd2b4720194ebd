import type { RunningGateway } from "@ketenhub/gateway";
import { startGateway } from "@ketenhub/gateway";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { type Answer, ask, send, subgraphUrl } from "../support/ask.ts";
import { type Beller, bellers, tokenFor } from "../support/callers.ts";
import { type HubBehindDoors, startHubBehindDoors } from "../support/hub-behind-doors.ts";
import { hubConfig } from "../support/hub-setup.ts";
import { rawRequest } from "../support/raw-request.ts";

const { regievoerder, klantmanager, werkcoach, begeleider, trajectbegeleider } = bellers;

vi.setConfig({ testTimeout: 120_000 });

describe("K4 a connection that stays open", () => {
  const upgrade = async (lines: readonly string[]) => {
    const { host } = new URL(inject("hub").url);
    const token = await tokenFor(regievoerder);
    return rawRequest(inject("hub").url, [
      "GET /graphql HTTP/1.1",
      `Host: ${host}`,
      `Authorization: Bearer ${token}`,
      "Doel: regie",
      ...lines,
    ]);
  };
  const webSocket = [
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  ];

  it.each([["graphql-transport-ws"], ["graphql-ws"], ["mqtt"]])(
    "K5 is not made, whatever would be spoken over it: %s",
    async (protocol) => {
      const answer = await upgrade([...webSocket, `Sec-WebSocket-Protocol: ${protocol}`]);
      expect(answer).not.toMatch(/^HTTP\/1\.1 [12]0/);
      expect(answer).not.toMatch(/"data":/);
    },
  );

  it("K4 is not made for events or for HTTP/2 either, and nothing can be subscribed to", async () => {
    for (const lines of [["Accept: text/event-stream"], ["Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAAP__"]])
      expect(await upgrade(lines)).not.toMatch(/^HTTP\/1\.1 [12]0/);
    const subscription = "subscription { nieuwkomers(first: 1) { totalCount } }";
    for (const url of [inject("hub").url, subgraphUrl("gemeente")]) {
      const { status, data, errors } = await ask(regievoerder, subscription, {}, { url });
      expect([status, data, errors[0]?.extensions.code]).toEqual([
        400,
        undefined,
        "GRAPHQL_VALIDATION_FAILED",
      ]);
    }
  });
});

describe("K6 a hundred callers at the same moment", () => {
  it("K6 each get their own answer to the same question, as if they were alone", async () => {
    const query =
      "{ nieuwkomers(first: 5) { totalCount edges { node { id bsn naam { geslachtsnaam } pip { leerroute { leerrouteType } } inschrijvingen { soort } uitkeringen { soort } } } } }";
    const callers: readonly Beller[] = [regievoerder, klantmanager, werkcoach, begeleider, trajectbegeleider];
    const tokens = await Promise.all(callers.map((beller) => tokenFor(beller)));
    const askAs = (index: number) =>
      ask(callers[index % 5] as Beller, query, {}, { token: tokens[index % 5] });
    const alone: string[] = [];
    for (const index of callers.keys()) alone.push((await askAs(index)).text);
    expect(new Set(alone).size).toBe(5);
    const together = await Promise.all(Array.from({ length: 100 }, (_, index) => askAs(index)));
    // A machine that does much else may be too slow for some, who are told so; what nobody may get is what is of somebody else.
    const isLate = ({ text }: Answer) => text.includes("BRONHOUDER_ONBEREIKBAAR");
    expect(together.filter(isLate).length).toBeLessThan(50);
    const others = together.filter((answer, index) => !isLate(answer) && answer.text !== alone[index % 5]);
    // Of what kind; not the text itself, for that is of somebody.
    const kinds = others.map(({ errors }) => [...new Set(errors.map(({ extensions }) => extensions.code))]);
    expect(kinds).toEqual([]);
  });
});

describe("K8 the part that knows who is involved", () => {
  let hub: HubBehindDoors;
  beforeAll(async () => {
    hub = await startHubBehindDoors({ subgraphDeadline: 2_000, answerDeadline: 5_000 });
  });
  afterAll(() => hub.stop());

  it("K8 is down: nothing is guessed about who is, and the rest of a question is answered", async () => {
    await hub.deuren["gemeente"]?.doe("weg");
    const query =
      "{ mijnInschrijvingen(first: 2) { edges { node { soort nieuwkomer { id bsn uitkeringen { soort } } } } } }";
    const { data, errors } = await hub.ask(trajectbegeleider, query);
    expect(data.mijnInschrijvingen.edges.length).toBeGreaterThan(0);
    for (const { node } of data.mijnInschrijvingen.edges) {
      expect(node.soort).toEqual(expect.any(String));
      expect([node.nieuwkomer.bsn, node.nieuwkomer.uitkeringen]).toEqual([null, null]);
    }
    expect(errors.length).toBeGreaterThan(0);
    for (const { extensions } of errors)
      expect(["BRONHOUDER_ONBEREIKBAAR", "UNAUTHORIZED_FIELD_OR_TYPE"]).toContain(extensions.code);
  });
});

describe("K7 the log of the gateway", () => {
  const lines: string[] = [];
  let isFull = false;
  let gateway: RunningGateway;
  beforeAll(async () => {
    const { subgraphs, directory } = inject("hub");
    const { identity, port } = hubConfig(directory);
    const logStream = {
      write(line: string) {
        if (isFull) throw new Error("ENOSPC: no space left on device");
        lines.push(line);
      },
    };
    gateway = await startGateway(
      {
        port,
        host: "127.0.0.1",
        identity,
        subgraphs: { ...subgraphs, roc: "http://127.0.0.1:9/graphql" },
        subgraphDeadline: 2_000,
        answerDeadline: 5_000,
        explorers: false,
        logLevel: "debug",
      },
      { protocollen: await readProtocolversies(), now: () => new Date(), logStream },
    );
  });
  afterAll(async () => {
    isFull = false;
    await gateway.stop();
  });

  it("K7 has a line of its own for each thing, whatever somebody writes in his question or his headers", async () => {
    const forged = '\n{"level":60,"msg":"vervalst"}\n';
    const { url } = gateway;
    const token = await tokenFor(trajectbegeleider);
    const query = "{ mijnInschrijvingen(first: 1) { totalCount } }";
    for (const operationName of [forged, "\u001b[2J", "x".repeat(10_000)])
      await ask(trajectbegeleider, query, {}, { url, token, operationName });
    await ask(trajectbegeleider, `query Naam { ${forged} }`, { [forged]: forged }, { url, token });
    await send(query, {}, { url, headers: { doel: "taalaanbod", authorization: "Bearer vervalst" } });
    await ask(
      trajectbegeleider,
      query,
      {},
      { url, token, headers: { "x-request-id": "vervalst", traceparent: "vervalst" } },
    );
    const parsed = lines.flatMap((line) => line.trimEnd().split("\n")).map((line) => JSON.parse(line));
    expect(parsed.length).toBeGreaterThan(0);
    expect(parsed.filter(({ msg }) => msg === "vervalst")).toEqual([]);
    expect(parsed.filter(({ reqId }) => String(reqId).includes("vervalst"))).toEqual([]);
  });

  it("K7 can be full without anything more being told, or the gateway ending", async () => {
    isFull = true;
    const { url } = gateway;
    const { status, text } = await ask(
      regievoerder,
      "{ nieuwkomers(first: 1) { totalCount } }",
      {},
      { url },
    ).catch(() => ({ status: 0, text: "" }));
    expect([0, 200, 500, 503]).toContain(status);
    expect(text).not.toMatch(/ENOSPC|at .*\.ts/);
    isFull = false;
    expect((await ask(regievoerder, "{ __typename }", {}, { url })).status).toBe(200);
  });
});

describe("K9 clocks that differ", () => {
  const at = (seconds: number) =>
    tokenFor(regievoerder, {}, undefined, () => new Date(Date.now() + seconds * 1_000));

  it("K9 may do so by a few seconds, and no more", async () => {
    for (const [seconds, status] of [
      [2, 200],
      [-3_000, 200],
      [60, 401],
      [3_600, 401],
      [-3_700, 401],
    ] as const) {
      const answer = await ask(regievoerder, "{ __typename }", {}, { token: await at(seconds) });
      expect([seconds, answer.status]).toEqual([seconds, status]);
    }
  });
});
