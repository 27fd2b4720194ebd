import { describe, expect, inject, it } from "vitest";
import { ask, send, subgraphUrl } from "../support/ask.ts";
import { bellers, tokenFor } from "../support/callers.ts";

const gatewayQuery = "{ nieuwkomers(first: 1) { totalCount } }";
const namen = ["gemeente", "wpda", "vluchtelingenwerk", "roc"] as const;
const everyDoor = [
  { door: "the gateway", url: () => inject("hub").url, query: gatewayQuery },
  ...namen.map((naam) => ({
    door: `subgraph ${naam}`,
    url: () => subgraphUrl(naam),
    query: "{ _service { sdl } }",
  })),
];

for (const { door, url, query } of everyDoor) {
  describe(`${door}, without a good token or doel`, () => {
    const { regievoerder } = bellers;
    const refusal = { status: 401, code: "UNAUTHENTICATED" };

    it("answers 401 without a token", async () => {
      const { status, data, errors } = await ask(regievoerder, query, {}, { url: url(), token: undefined });
      expect({ status, code: errors[0]?.extensions.code }).toEqual(refusal);
      expect(data).toBeUndefined();
    });

    it("answers 401, in the same words, to garbage, an expired token, another audience's and another organisation's", async () => {
      const past = await tokenFor(regievoerder, { lifetimeSeconds: -60 });
      const outsider = await tokenFor(regievoerder, { oin: "00000009999999999999" });
      const otherRol = await tokenFor(regievoerder, { rol: "werkcoach" });
      const answers = await Promise.all(
        ["garbage", past, outsider, otherRol, `${past.slice(0, -4)}AAAA`].map((token) =>
          ask(regievoerder, query, {}, { url: url(), token }),
        ),
      );
      for (const { status, errors, text } of answers) {
        expect({ status, code: errors[0]?.extensions.code }).toEqual(refusal);
        expect(text).toBe(answers[0]?.text);
      }
    });

    it("answers 400 without a doel, with two, and with one that nobody agreed on", async () => {
      const token = await tokenFor(regievoerder);
      const without = await send(query, {}, { url: url(), headers: { authorization: `Bearer ${token}` } });
      const two = await ask(regievoerder, query, {}, { url: url(), headers: { doel: "regie, pip" } });
      const unknown = await ask({ ...regievoerder, doel: "nieuwsgierigheid" }, query, {}, { url: url() });
      expect(
        [without, two, unknown].map(({ status, errors }) => [status, errors[0]?.extensions.code]),
      ).toEqual([
        [400, "DOEL_VEREIST"],
        [400, "DOEL_VEREIST"],
        [400, "DOEL_ONBEKEND"],
      ]);
    });

    it("answers 403 to a doel of another partij, and to one that the token does not allow", async () => {
      const otherDoel = await ask({ ...regievoerder, doel: "reintegratie" }, query, {}, { url: url() });
      const token = await tokenFor(regievoerder, { doelen: ["pip"] });
      const limited = await ask(regievoerder, query, {}, { url: url(), token });
      expect([otherDoel, limited].map(({ status, errors }) => [status, errors[0]?.extensions.code])).toEqual([
        [403, "DOEL_NIET_TOEGESTAAN"],
        [403, "DOEL_NIET_TOEGESTAAN"],
      ]);
    });
  });
}

describe("the gateway", () => {
  it("takes questions by POST only: what is asked never stands in an address", async () => {
    const token = await tokenFor(bellers.regievoerder);
    const url = `${inject("hub").url}?query=${encodeURIComponent(gatewayQuery)}`;
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}`, doel: "regie", "apollo-require-preflight": "1" },
    });
    expect(response.status).toBe(405);
  });

  it("lets nothing it answers be kept by a cache", async () => {
    const { headers } = await ask(bellers.regievoerder, gatewayQuery);
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("does not know _entities, _service or toegang, and suggests nothing", async () => {
    for (const query of [
      "{ _service { sdl } }",
      "{ _entities(representations: []) { __typename } }",
      "{ nieuwkomers { edges { node { toegan } } } }",
    ]) {
      const { errors, text } = await ask(bellers.regievoerder, query);
      expect(errors[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
      expect(text).not.toMatch(/did you mean/i);
    }
    const hidden = await ask(bellers.regievoerder, "{ nieuwkomers { edges { node { toegang } } } }");
    expect(hidden.errors[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  it("lets no alias take the place of what goes between subgraphs", async () => {
    for (const alias of [
      "toegang: bsn",
      "id: bsn",
      "toegang: contacttaal",
      "__typename: contacttaal",
      "toegang: pip { zorg { doelen { omschrijving } } }",
    ]) {
      const { data, errors } = await ask(
        bellers.regievoerder,
        `{ nieuwkomers { edges { node { ${alias} begeleiding { id } } } } }`,
      );
      expect(data).toBeUndefined();
      expect(errors[0]?.extensions.code, alias).toBe("GRAPHQL_VALIDATION_FAILED");
    }
  });
});
