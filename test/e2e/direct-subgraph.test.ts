import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { issueToegang, readSleutels } from "@ketenhub/toegang";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { decodeJwt } from "jose";
import { describe, expect, inject, it } from "vitest";
import { ask, subgraphUrl } from "../support/ask.ts";
import { type Beller, bellers, tokenFor } from "../support/callers.ts";

const { asielstatushouderB1, alleenGemeente } = bekendePersonen;
const { regievoerder, werkcoach, begeleider, trajectbegeleider } = bellers;

const entities =
  "query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Nieuwkomer {";
const askFacts: Readonly<Record<string, string>> = {
  wpda: `${entities} uitkeringen { soort bedragInCenten } heeftUitkering ontzorgen { einddatum } reintegratievoorzieningen { soort } } } }`,
  vluchtelingenwerk: `${entities} begeleiding { startdatum notitie } pvt { gevolgdeUren } } } }`,
  roc: `${entities} inschrijvingen { opleiding lesaanwezigheid { gevolgdeUren } } } } }`,
};

/** A toegang that the gemeente gives this caller, with this token, now. */
async function toegangOf(beller: Beller, token: string, id: string): Promise<string | null> {
  const query = `${entities} toegang } } }`;
  const representations = [{ __typename: "Nieuwkomer", id }];
  const answer = await ask(beller, query, { representations }, { url: subgraphUrl("gemeente"), token });
  return answer.data._entities[0].toegang;
}

async function askDirectly(naam: string, beller: Beller, representation: object, token?: string) {
  const sending = { url: subgraphUrl(naam), ...(token === undefined ? {} : { token }) };
  const variables = { representations: [{ __typename: "Nieuwkomer", ...representation }] };
  return ask(beller, askFacts[naam] ?? "", variables, sending);
}

const valuesOf = (answer: Awaited<ReturnType<typeof ask>>) => Object.values(answer.data._entities[0] ?? {});
const redenen = (answer: Awaited<ReturnType<typeof ask>>) => [
  ...new Set(answer.errors.map(({ extensions }) => extensions["reden"])),
];

describe("the gemeente, asked directly for a toegang", () => {
  it("gives one about whom the caller may know, and none about anybody else or nobody", async () => {
    const token = await tokenFor(werkcoach);
    expect(await toegangOf(werkcoach, token, asielstatushouderB1.id)).toMatch(/^wpda:/);
    expect(await toegangOf(werkcoach, token, alleenGemeente.id)).toBeNull();
    expect(await toegangOf(werkcoach, token, "00000000-0000-4000-8000-000000000000")).toBeNull();
  });

  it("believes nothing in a representation but the id", async () => {
    const representations = [
      {
        __typename: "Nieuwkomer",
        id: alleenGemeente.id,
        betrokken: true,
        gemeente: "GM1680",
        nieuwkomerId: asielstatushouderB1.id,
        naam: { geslachtsnaam: "x" },
      },
    ];
    const query = `${entities} id naam { geslachtsnaam } } } }`;
    const answer = await ask(werkcoach, query, { representations }, { url: subgraphUrl("gemeente") });
    expect(answer.data._entities[0].naam).toBeNull();
    expect(answer.errors[0]?.extensions).toMatchObject({
      code: "UNAUTHORIZED_FIELD_OR_TYPE",
      reden: "NIET_BETROKKEN",
    });
  });
});

for (const naam of ["wpda", "vluchtelingenwerk", "roc"] as const) {
  describe(`subgraph ${naam}, asked directly by a regievoerder`, () => {
    it("gives its facts with a toegang of the gemeente", async () => {
      const token = await tokenFor(regievoerder);
      const toegang = await toegangOf(regievoerder, token, asielstatushouderB1.id);
      const answer = await askDirectly(naam, regievoerder, { id: asielstatushouderB1.id, toegang }, token);
      expect(valuesOf(answer).some((value) => value !== null)).toBe(true);
    });

    it("gives nothing without a toegang, and says that it does not know", async () => {
      for (const toegang of [undefined, null]) {
        const answer = await askDirectly(naam, regievoerder, { id: asielstatushouderB1.id, toegang });
        expect(valuesOf(answer).every((value) => value === null)).toBe(true);
        expect(redenen(answer)).toContain("TOEGANG_ONBEKEND");
      }
    });

    it("gives nothing for a forged toegang, for another person's, for another token's, or for one of another type", async () => {
      const token = await tokenFor(regievoerder);
      const own = (await toegangOf(regievoerder, token, asielstatushouderB1.id)) ?? "";
      const other = await toegangOf(regievoerder, token, alleenGemeente.id);
      const stolenFrom = await toegangOf(regievoerder, await tokenFor(regievoerder), asielstatushouderB1.id);
      const [first = ""] = own.split("~");
      const forgeries = [
        stolenFrom,
        other,
        first.slice(0, -2),
        own.replaceAll(`${naam}:`, "x:"),
        own.replaceAll(/:[A-Za-z0-9_-]{5}/g, ":AAAAA"),
        own.replaceAll(":", ""),
        "",
        "~",
        { toString: own },
        [own],
        1,
      ];
      for (const toegang of forgeries) {
        const answer = await askDirectly(naam, regievoerder, { id: asielstatushouderB1.id, toegang }, token);
        expect(
          valuesOf(answer).every((value) => value === null),
          JSON.stringify(toegang),
        ).toBe(true);
      }
    });

    it("gives nothing for a toegang that expired, nor for one signed for another doel", async () => {
      const token = await tokenFor(regievoerder);
      const { iss = "", sub = "", jti = "", azp } = decodeJwt(token);
      const keys = JSON.parse(await readFile(join(inject("hub").directory, "toegang-sleutels.json"), "utf8"));
      const beller = { issuer: iss, sub, jti, azp: String(azp), partij: "gemeente", rol: "regievoerder" };
      const protocolversie = (await readProtocolversies()).op(new Date()).versie;
      const gemeenten = ["GM1680"];
      const weegt = () => new Set(["eigen-gemeente"]);
      const feiten = { gemeente: "GM1680", relaties: [], toestemmingen: [], openTaken: [] };
      const sign = (doel: string, secondsAgo: number) =>
        issueToegang(
          { beller, doel, persoonId: asielstatushouderB1.id, protocolversie, gemeenten, weegt, feiten },
          new Map([[naam, readSleutels(keys[naam], naam)[0]]]),
          new Date(Date.now() - secondsAgo * 1000),
        );
      const askWith = (toegang: string) =>
        askDirectly(naam, regievoerder, { id: asielstatushouderB1.id, toegang }, token);

      expect(valuesOf(await askWith(sign("regie", 5))).some((value) => value !== null)).toBe(true);
      for (const toegang of [sign("regie", 21), sign("pip", 5)]) {
        expect(valuesOf(await askWith(toegang)).every((value) => value === null)).toBe(true);
      }
    });

    it("closes a person for the whole request when one of two representations of him is forged", async () => {
      const token = await tokenFor(regievoerder);
      const toegang = await toegangOf(regievoerder, token, asielstatushouderB1.id);
      const good = { __typename: "Nieuwkomer", id: asielstatushouderB1.id, toegang };
      const forged = { ...good, toegang: "forged" };
      for (const representations of [
        [good, forged],
        [forged, good],
      ]) {
        const answer = await ask(
          regievoerder,
          askFacts[naam] ?? "",
          { representations },
          { url: subgraphUrl(naam), token },
        );
        for (const entity of answer.data._entities)
          expect(Object.values(entity).every((value) => value === null)).toBe(true);
      }
    });

    it("answers a representation of another type, of none, or of nonsense with an error and no data", async () => {
      for (const representation of [
        { __typename: "Uitkering", id: "1" },
        { __typename: "__proto__" },
        { id: "1" },
        {},
        1,
        null,
      ]) {
        const answer = await ask(
          regievoerder,
          askFacts[naam] ?? "",
          { representations: [representation] },
          { url: subgraphUrl(naam) },
        );
        expect(answer.errors.length).toBeGreaterThan(0);
        expect(JSON.stringify(answer.data ?? null)).not.toMatch(/soort|startdatum|opleiding/);
      }
    });
  });
}

describe("a partner, asking its own subgraph directly", () => {
  it("sees its own register of its own people, and of nobody else, without the gemeente", async () => {
    const own = await askDirectly("vluchtelingenwerk", begeleider, { id: asielstatushouderB1.id });
    expect(own.data._entities[0].begeleiding.notitie).toMatch(/NOTITIE/);
    const nobody = await askDirectly("vluchtelingenwerk", begeleider, { id: alleenGemeente.id });
    expect(nobody.data._entities[0]).toEqual({ begeleiding: null, pvt: null });
    expect(redenen(nobody).length).toBeGreaterThan(0);
  });

  it("gets nothing of its own people either when it hands over a forged toegang", async () => {
    const answer = await askDirectly("roc", trajectbegeleider, {
      id: asielstatushouderB1.id,
      toegang: "forged",
    });
    expect(answer.data._entities[0]).toEqual({ inschrijvingen: null });
  });
});
