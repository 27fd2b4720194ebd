import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunningGateway } from "@ketenhub/gateway";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Beller, bellers, tokenFor } from "../support/callers.ts";
import { startGatewayBefore } from "../support/start-gateway-before.ts";

const { regievoerder, werkcoach, trajectbegeleider } = bellers;
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const shared = "query Lijst { nieuwkomers(first: 3) { edges { node { id bsn naam { geslachtsnaam } } } } }";
const ofRoc = "query Les { mijnInschrijvingen(first: 1) { totalCount } }";
let directory: string;
let gateways: Readonly<Record<"open" | "safelist", RunningGateway>>;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "ketenhub-vragen-"));
  const manifest = (...bodies: readonly string[]) =>
    JSON.stringify({
      format: "apollo-persisted-query-manifest",
      version: 1,
      operations: bodies.map((body) => ({ id: hashOf(body), name: body.split(" ")[1], type: "query", body })),
    });
  await writeFile(join(directory, "gemeente.json"), manifest(shared));
  await writeFile(join(directory, "wpda.json"), manifest(shared));
  await writeFile(join(directory, "roc.json"), manifest(ofRoc));
  const start = (mode: "open" | "safelist") =>
    startGatewayBefore(inject("hub").subgraphs, inject("hub").directory, { operations: { directory, mode } });
  gateways = { open: await start("open"), safelist: await start("safelist") };
});
afterAll(async () => {
  await gateways.open.stop();
  await gateways.safelist.stop();
  await rm(directory, { recursive: true, force: true });
});

async function post(beller: Beller, body: object, mode: "open" | "safelist" = "safelist") {
  const response = await fetch(gateways[mode].url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${await tokenFor(beller)}`,
      doel: beller.doel,
    },
    body: JSON.stringify(body),
  });
  const { data, errors = [] } = await response.json();
  return { status: response.status, data, code: errors[0]?.extensions.code, errors };
}
const byHash = (text: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(text) } },
});
const unknown = { status: 400, data: undefined, code: "VRAAG_ONBEKEND" };

describe("an operation that was registered", () => {
  it.each([["open"], ["safelist"]] as const)("is answered by its id and by its text: %s", async (mode) => {
    for (const body of [byHash(shared), { query: shared }, { documentId: `sha256:${hashOf(shared)}` }]) {
      const { status, data } = await post(regievoerder, body, mode);
      expect([status, data.nieuwkomers.edges.length]).toEqual([200, 3]);
    }
  });

  it("B6 shows each caller what is his, whoever asked it before him by the same id", async () => {
    const asked = async (beller: Beller) => {
      const { data, errors } = await post(beller, byHash(shared));
      const [{ node }] = data.nieuwkomers.edges;
      return { bsn: node.bsn !== null, refused: errors.length > 0 };
    };
    const rounds = [];
    for (const beller of [regievoerder, werkcoach, regievoerder, werkcoach]) rounds.push(await asked(beller));
    const [first, second, third, fourth] = rounds;
    expect([third, fourth]).toEqual([first, second]);
    expect([first?.refused, second?.refused]).toEqual([false, true]);
    expect([first?.bsn, second?.bsn]).toEqual([true, false]);
  });
});

describe("an id that is null", () => {
  it.each([["open"], ["safelist"]] as const)("is none: the text is what is asked: %s", async (mode) => {
    for (const none of [
      { documentId: null },
      { extensions: { persistedQuery: { version: 1, sha256Hash: null } } },
    ]) {
      const { status, data } = await post(regievoerder, { query: shared, ...none }, mode);
      expect([status, data?.nieuwkomers.edges.length]).toEqual([200, 3]);
      const other = await post(regievoerder, { query: "{ __typename }", ...none }, mode);
      expect(other.code).toBe(mode === "open" ? undefined : "VRAAG_ONBEKEND");
    }
  });
});

describe("J13 an operation that was not registered by who asks it", () => {
  it("J13 is unknown: that of another partij, any variation, and what the schema says of itself", async () => {
    for (const body of [
      byHash(ofRoc),
      { query: ofRoc },
      { query: `${shared} ` },
      { query: shared.replace("first: 3", "first: 500") },
      { query: `${shared}\n# niets` },
      { query: "{ __schema { types { name } } }" },
      { query: "{ __typename }" },
      { query: "{" },
      [{ query: shared }],
      { operationName: "Lijst" },
    ]) {
      expect(await post(regievoerder, body), JSON.stringify(body)).toMatchObject(unknown);
    }
    expect((await post(trajectbegeleider, byHash(ofRoc))).status).toBe(200);
  });

  it("J13 does not come in under the hash of one that was", async () => {
    for (const mode of ["open", "safelist"] as const) {
      const { status, code } = await post(regievoerder, { query: ofRoc, ...byHash(shared) }, mode);
      expect([status, code]).toEqual([400, "BAD_USER_INPUT"]);
    }
  });

  it("J13 is not registered by asking it", async () => {
    const own = "query Eigen { nieuwkomers(first: 1) { totalCount } }";
    expect((await post(regievoerder, { query: own, ...byHash(own) }, "open")).status).toBe(200);
    expect(await post(regievoerder, byHash(own), "open")).toMatchObject(unknown);
  });
});
