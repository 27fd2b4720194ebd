import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningHub, startHub } from "@ketenhub/start";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../support/ask.ts";
import { bellers, tokenFor } from "../support/callers.ts";
import { hubConfig } from "../support/hub-setup.ts";
import { type OidcServer, startOidcServer } from "../support/oidc-server.ts";
import { readCaseload } from "../support/read-caseload.ts";

const audience = "https://ketenhub.example/graphql";
let oidc: OidcServer;
let hub: RunningHub;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "ketenhub-oidc-"));
  oidc = await startOidcServer(audience, {
    organisatie_oin: "00000001999900001680",
    rol: "regievoerder",
    gemeenten: ["GM1680"],
  });
  hub = await startHub({ ...hubConfig(directory), identity: { audience, issuer: oidc.issuer } });
});

afterAll(async () => {
  await hub.stop();
  await oidc.stop();
  await rm(directory, { recursive: true, force: true });
});

describe("a hub that trusts a real OIDC server", () => {
  it("answers the caseload, across all four partners, to a client that identified itself there", async () => {
    const token = await oidc.token();
    const { status, data, errors } = await ask(
      bellers.regievoerder,
      await readCaseload(),
      { gemeente: "GM1680", first: 500 },
      { url: hub.url, token },
    );
    expect({ status, errors }).toEqual({ status: 200, errors: [] });
    const nodes: { uitkeringen: object[]; begeleiding: object | null; inschrijvingen: object[] }[] =
      data.nieuwkomers.edges.map(({ node }: { node: object }) => node);
    expect(
      nodes.some(
        ({ uitkeringen, begeleiding, inschrijvingen }) =>
          uitkeringen.length > 0 && begeleiding && inschrijvingen.length > 0,
      ),
    ).toBe(true);
  });

  it("accepts no development token, at the gateway or at any subgraph", async () => {
    const token = await tokenFor(bellers.regievoerder, {}, directory);
    for (const url of [hub.url, ...hub.subgraphs.map((subgraph) => subgraph.url)]) {
      const { status, errors } = await ask(bellers.regievoerder, "{ __typename }", {}, { url, token });
      expect({ status, code: errors[0]?.extensions.code }).toEqual({ status: 401, code: "UNAUTHENTICATED" });
    }
  });
});
