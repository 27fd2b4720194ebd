import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type CompiledProtocol,
  compileProtocol,
  GeenGeldigProtocol,
  type Protocolversies,
} from "@ketenhub/protocol";
import { readProtocolFile } from "@ketenhub/protocol-file";
import { type RunningHub, startHub } from "@ketenhub/start";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Answer, ask } from "../support/ask.ts";
import { type Beller, bellers, tokenFor } from "../support/callers.ts";
import { hubConfig } from "../support/hub-setup.ts";

const agreed = await readProtocolFile();
const versie = (nummer: string): CompiledProtocol => compileProtocol({ ...agreed.document, versie: nummer });
const oude = versie("7.0.0");
const nieuwe = versie("8.0.0");

/** Which version is in force, each time that somebody asks. */
let inForce: () => CompiledProtocol;
const protocollen: Protocolversies = { alle: [oude, nieuwe], op: () => inForce() };

let hub: RunningHub;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "ketenhub-versies-"));
  inForce = () => oude;
  hub = await startHub(hubConfig(directory), { protocollen });
});
afterAll(async () => {
  await hub.stop();
  await rm(directory, { recursive: true, force: true });
});
beforeEach(() => {
  inForce = () => oude;
});

async function askHere(beller: Beller, query: string, url = hub.url, variables = {}): Promise<Answer> {
  return ask(beller, query, variables, { url, token: await tokenFor(beller, {}, directory) });
}

const { id } = bekendePersonen.alleenGemeente;
const zonderToegang = { representations: [{ __typename: "Nieuwkomer", id }] };
const entiteit =
  "query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Nieuwkomer { uitkeringen { soort } } } }";
const lijst =
  "{ mijnBegeleidingen(first: 3) { edges { node { startdatum nieuwkomer { bsn naam { geslachtsnaam } } } } } }";
const versiesIn = ({ errors }: Answer) => [
  ...new Set(errors.map(({ extensions }) => extensions["protocolversie"]).filter(Boolean)),
];

describe("every refusal", () => {
  it.each([
    ["7.0.0", oude],
    ["8.0.0", nieuwe],
  ])("names the version in force: %s", async (nummer, protocol) => {
    inForce = () => protocol;
    const wpda = hub.subgraphs.find(({ naam }) => naam === "wpda")?.url;
    // By the gateway, because nobody in this rol may read the BSN; and by a subgraph, because there is no proof about this person.
    for (const answer of [
      await askHere(bellers.begeleider, lijst),
      await askHere(bellers.regievoerder, entiteit, wpda, zonderToegang),
    ]) {
      expect(answer.errors.length).toBeGreaterThan(0);
      expect(versiesIn(answer)).toEqual([nummer]);
    }
  });
});

describe("a version that begins while a request is under way", () => {
  it("K3 decides nothing in it: what is still to be asked is not answered, and nothing is mixed", async () => {
    let times = 0;
    inForce = () => {
      times += 1;
      return times === 1 ? oude : nieuwe;
    };
    const answer = await askHere(bellers.begeleider, lijst);
    expect(answer.data).toEqual({ mijnBegeleidingen: null });
    expect(versiesIn(answer)).not.toContain("8.0.0");
    expect(answer.errors.map(({ extensions }) => extensions.code)).toContain("BRONHOUDER_ONBEREIKBAAR");

    const again = await askHere(bellers.begeleider, lijst);
    expect(again.data.mijnBegeleidingen.edges).toHaveLength(3);
    expect(versiesIn(again)).toEqual(["8.0.0"]);
  });
});

describe("when no version is in force", () => {
  const waarom = "handtekeningen/7.0.0/wpda.intrekking.json: wpda heeft deze versie ingetrokken";

  it("the gateway and every subgraph refuse the whole request, say so, and tell nobody why", async () => {
    inForce = () => {
      throw new GeenGeldigProtocol(waarom);
    };
    for (const url of [hub.url, ...hub.subgraphs.map((one) => one.url)]) {
      const { status, text, data, errors } = await askHere(bellers.begeleider, "{ __typename }", url);
      expect({ status, data }).toEqual({ status: 503, data: undefined });
      expect(errors).toEqual([
        {
          message: expect.stringContaining("Er geldt nu geen versie van het gegevensuitwisselingsprotocol"),
          extensions: { code: "PROTOCOL_NIET_GELDIG" },
        },
      ]);
      expect(text).not.toMatch(/wpda|handtekening|stack|Context creation/);
    }
  });

  it("serves again as soon as one is", async () => {
    const { status } = await askHere(bellers.begeleider, lijst);
    expect(status).toBe(200);
  });
});
