import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, ask } from "../support/ask.ts";
import { type Beller, bellers, tokenFor } from "../support/callers.ts";
import { type HubBehindDoors, startHubBehindDoors } from "../support/hub-behind-doors.ts";

const query = "{ nieuwkomers(first: 1) { totalCount } }";
let gateway: HubBehindDoors;
let count = 0;

beforeAll(async () => {
  const rateLimit = { perMinute: 20, failedTokensPerMinute: 10 };
  gateway = await startHubBehindDoors({ rateLimit, trustedProxies: ["127.0.0.1"] });
});
afterAll(() => gateway.stop());

/** How often a subgraph was asked anything. */
const fetched = () => Object.values(gateway.deuren).reduce((sum, { asked }) => sum + asked, 0);

/** Somebody who asked nothing yet. */
function somebody(): Beller {
  count += 1;
  return { ...bellers.regievoerder, medewerker: `regievoerder-vragen-${count}` };
}
const askOne = (beller: Beller, headers: Readonly<Record<string, string>> = {}) =>
  ask(beller, query, {}, { url: gateway.url, headers });
async function exhaust(beller: Beller): Promise<void> {
  const answers = await Promise.all(Array.from({ length: 20 }, () => askOne(beller)));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
}
const refused = ({ status, data, errors, headers }: Answer) => ({
  status,
  data,
  code: errors[0]?.extensions.code,
  wait: headers.get("retry-after"),
});
const tooMany = {
  status: 429,
  data: undefined,
  code: "TE_VEEL_VRAGEN",
  wait: expect.stringMatching(/^\d+$/),
};

describe("somebody who asks too much", () => {
  it("is told how long to wait, and no subgraph is asked anything", async () => {
    const beller = somebody();
    await exhaust(beller);
    const before = fetched();
    const answer = await askOne(beller);
    expect(refused(answer)).toEqual(tooMany);
    expect(answer.errors[0]?.extensions["wachttijd"]).toBe(Number(answer.headers.get("retry-after")));
    expect(fetched()).toBe(before);
    expect(refused(await askOne(somebody())).status).toBe(200);
  });

  it("is the same somebody whatever he sends besides: another doel, token, address or name", async () => {
    const beller = somebody();
    await exhaust(beller);
    for (const headers of [
      { "x-forwarded-for": "10.9.8.7" },
      { forwarded: "for=10.9.8.7" },
      { "x-real-ip": "10.9.8.7" },
      { "x-partij": "roc" },
      { "apollographql-client-name": "een-ander" },
      { "x-request-id": "0b8ab1e5-4f0a-4b8e-9d0c-6c5f9a1d2e3f" },
      { doel: "pip" },
      { doel: "verzonnen" },
      { authorization: `Bearer ${await tokenFor(beller, { lifetimeSeconds: 100 })}` },
      { authorization: `bearer  ${await tokenFor(beller, { lifetimeSeconds: 200 })}` },
      { authorization: `Bearer ${await tokenFor({ ...beller, gemeenten: [] })}` },
    ]) {
      expect(refused(await askOne(beller, headers as never)), JSON.stringify(headers).slice(0, 60)).toEqual(
        tooMany,
      );
    }
  });

  it("pays for what is large, before a subgraph is asked for it", async () => {
    const beller = somebody();
    const large =
      "{ nieuwkomers(first: 500) { edges { node { gezin { leden { nieuwkomer { naam { geslachtsnaam } } } } } } } }";
    const askLarge = () => ask(beller, large, {}, { url: gateway.url });
    const first = await askLarge();
    expect([first.status, first.data.nieuwkomers.edges.length > 52]).toEqual([200, true]);
    for (let asked = 0; asked < 3; asked += 1) await askLarge();
    const before = fetched();
    expect(refused(await askLarge())).toEqual(tooMany);
    expect(fetched()).toBe(before);
  });
});

describe("tokens that are not valid", () => {
  const from = (address: string, authorization: string) =>
    ask(
      bellers.regievoerder,
      query,
      {},
      {
        url: gateway.url,
        token: undefined,
        headers: { "x-forwarded-for": address, authorization },
      },
    );
  const forged = async () => `${await tokenFor(somebody())}x`;

  it("cost who sends them, and nobody else, and not who was known at that address", async () => {
    const atWork = `Bearer ${await tokenFor(somebody())}`;
    const fresh = `Bearer ${await tokenFor(somebody())}`;
    expect((await from("10.1.1.1", atWork)).status).toBe(200);
    for (let sent = 0; sent < 10; sent += 1)
      expect((await from("10.1.1.1", `Bearer ${await forged()}`)).status).toBe(401);
    expect(refused(await from("10.1.1.1", `Bearer ${await forged()}`))).toEqual(tooMany);
    expect(refused(await from("10.1.1.1", fresh))).toEqual(tooMany);
    expect((await from("10.1.1.1", atWork)).status).toBe(200);
    expect((await from("10.1.1.2", fresh)).status).toBe(200);
  });
});
