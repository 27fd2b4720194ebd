import { randomUUID } from "node:crypto";
import { openDevelopmentIssuer } from "@ketenhub/identity";
import { readHubConfig } from "@ketenhub/start";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { describe, expect, inject, it } from "vitest";
import { contextOf, vraag } from "../../packages/protocol-shield/test/proef.ts";
import { type Answer, ask, send, subgraphUrl } from "../support/ask.ts";
import { askTraced } from "../support/ask-traced.ts";
import { doelwit } from "../support/attackers.ts";
import { bellers, tokenFor } from "../support/callers.ts";
import { taakbeller, zelf } from "../support/ring.ts";

const { regievoerder, klantmanager, werkcoach, begeleider, beleidsmedewerker } = bellers;
const query = `{ nieuwkomer(id: "${doelwit}") { id bsn } }`;
const doors = () => [inject("hub").url, ...Object.keys(inject("hub").subgraphs).map(subgraphUrl)];
const seen = ({ status, data, errors }: Answer) => ({ status, data, code: errors[0]?.extensions.code });

describe("the doel of a request", () => {
  it("L1 must be there and be one of the protocol, to the letter, at every door", async () => {
    const authorization = `Bearer ${await tokenFor(regievoerder)}`;
    for (const url of doors()) {
      const none = await send(query, {}, { url, headers: { authorization } });
      expect(seen(none)).toEqual({ status: 400, data: undefined, code: "DOEL_VEREIST" });
      for (const doel of ["", " "]) {
        const answer = await send(query, {}, { url, headers: { authorization, doel } });
        expect(seen(answer)).toEqual({ status: 400, data: undefined, code: "DOEL_VEREIST" });
      }
      for (const doel of [
        "Regie",
        "REGIE",
        "regi",
        "regie.",
        "*",
        "regie%00",
        "../regie",
        "__proto__",
        "constructor",
        "x".repeat(500),
      ]) {
        const answer = await send(query, {}, { url, headers: { authorization, doel } });
        expect(seen(answer), doel).toEqual({ status: 400, data: undefined, code: "DOEL_ONBEKEND" });
        expect(answer.text).not.toContain(doel === "*" ? "**" : doel);
      }
    }
  });

  it("L2 must have been agreed for this partij and this rol", async () => {
    const attempts = [
      { ...begeleider, doel: "regie" },
      { ...begeleider, doel: "bijstand" },
      { ...werkcoach, doel: "bijstand" },
      { ...klantmanager, doel: "reintegratie" },
      { ...beleidsmedewerker, doel: "regie" },
      { ...regievoerder, doel: "inzage" },
    ];
    for (const url of doors()) {
      for (const beller of attempts) {
        expect(seen(await ask(beller, query, {}, { url })), `${beller.rol} ${beller.doel}`).toEqual({
          status: 403,
          data: undefined,
          code: "DOEL_NIET_TOEGESTAAN",
        });
      }
    }
  });

  it("L3 is one: of two none counts", async () => {
    for (const url of doors()) {
      for (const doel of ["pip, regie", "pip,regie", "pip regie", "pip;regie", "regie,regie"]) {
        const answer = await ask(regievoerder, query, {}, { url, headers: { doel } });
        expect([400], doel).toContain(answer.status);
        expect(answer.data).toBeUndefined();
      }
    }
  });

  it("L5 is that of the header: what stands anywhere else counts for nothing", async () => {
    const token = await tokenFor(begeleider);
    const answer = await ask(
      begeleider,
      "query ($id: ID!) { nieuwkomer(id: $id) { id bsn naam { geslachtsnaam } } }",
      { id: doelwit, doel: "regie", Doel: "regie" },
      { token, url: `${inject("hub").url}?doel=regie`, headers: { cookie: "doel=regie", "x-doel": "regie" } },
    );
    expect(answer.data.nieuwkomer).toMatchObject({ id: doelwit, bsn: null });
    expect(answer.errors[0]?.extensions).toMatchObject({ doel: "maatschappelijke-begeleiding" });
    const response = await fetch(inject("hub").url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({
        query,
        doel: "regie",
        extensions: { doel: "regie" },
        headers: { doel: "regie" },
      }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "DOEL_VEREIST" } }] });
  });
});

describe("a doel that is right", () => {
  const humanitas = taakbeller("humanitas");
  const persoon = bekendePersonen.metVrijwilliger.id;
  const lees = "query ($id: ID!) { nieuwkomer(id: $id) { naam { geslachtsnaam } contacttaal } }";
  const asked = { nieuwkomerId: persoon, partij: "humanitas", gegeven: "contacttaal" };
  const order = (change: object = {}) => ({
    input: { ...asked, idempotentieSleutel: randomUUID(), ...change },
  });
  const nieuwkomer = zelf("metVrijwilliger");
  const entities =
    "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Nieuwkomer { contacttaal } } }";

  it("L4 is not enough where consent is needed: not before it was given, and not after it was withdrawn", async () => {
    const closed = async () => {
      const { data, errors } = await ask(humanitas, lees, { id: persoon });
      expect(data.nieuwkomer).toEqual({ naam: { geslachtsnaam: expect.any(String) }, contacttaal: null });
      expect(errors.map(({ extensions }) => extensions["reden"])).toEqual(["GEEN_TOESTEMMING"]);
      const r = [{ __typename: "Nieuwkomer", id: persoon, toestemmingen: ["contacttaal"] }];
      const direct = await ask(humanitas, entities, { r }, { url: subgraphUrl("gemeente") });
      expect(direct.data._entities).toEqual([{ contacttaal: null }]);
    };
    await closed();
    const given = await ask(
      nieuwkomer,
      "mutation ($input: GeefToestemmingInput!) { geefToestemming(input: $input) { toestemming { versie } } }",
      order(),
    );
    const open = await ask(humanitas, lees, { id: persoon });
    expect(open.data.nieuwkomer.contacttaal).toMatch(/^[a-z]{3}$/);
    const { versie } = given.data.geefToestemming.toestemming;
    const withdrawn = await ask(
      nieuwkomer,
      "mutation ($input: TrekToestemmingInInput!) { trekToestemmingIn(input: $input) { toestemming { versie } } }",
      order({ versie }),
    );
    expect(withdrawn.errors).toEqual([]);
    await closed();
  });
});

describe("figures", () => {
  it("L6 are shown to who sees only groups when they are of ten people or more, and never by person", async () => {
    const cijfers = `{ uitkeringscijfers(gemeente: "GM1680", peildatum: "2020-01-01") {
      totaal { aantal weergave } naarNationaliteit { categorie aantal weergave } naarLeeftijd { categorie aantal weergave } naarGeslacht { categorie aantal weergave } } }`;
    const { data, errors } = await ask(beleidsmedewerker, cijfers);
    expect(errors).toEqual([]);
    const { totaal, naarNationaliteit, naarLeeftijd, naarGeslacht } = data.uitkeringscijfers;
    const cells: { aantal: number | null; weergave: string }[] = [
      totaal,
      ...naarNationaliteit,
      ...naarLeeftijd,
      ...naarGeslacht,
    ];
    expect(cells.some(({ weergave }) => weergave === "*")).toBe(true);
    for (const { aantal, weergave } of cells) {
      if (weergave === "*") expect(aantal).toBeNull();
      else expect(aantal === 0 || (aantal ?? 0) >= 10).toBe(true);
    }
    const people = await ask(
      beleidsmedewerker,
      `{ nieuwkomers { totalCount } nieuwkomer(id: "${doelwit}") { id } }`,
    );
    expect(people.data).toEqual({ nieuwkomers: null, nieuwkomer: null });
  });
});

describe("identities for tests", () => {
  it("L7 are not made, not trusted and not served where production is", async () => {
    const { directory } = inject("hub");
    await expect(
      openDevelopmentIssuer({
        keyFile: `${directory}/ontwikkeluitgever.jwk.json`,
        nodeEnv: "production",
        audience: "x",
      }),
    ).rejects.toThrow(/production/i);
    expect(() => readHubConfig({ NODE_ENV: "production" })).toThrow(/development/);
  });
});

describe("writing", () => {
  const start = `mutation ($input: StartKetenrelatieInput!) { startKetenrelatie(input: $input) { ketenrelatie { id } } }`;
  const persoon = bekendePersonen.gezinsmigrant.id;
  const input = (change: object = {}) => ({
    nieuwkomerId: persoon,
    partij: "vluchtelingenwerk",
    doel: "pvt-map",
    idempotentieSleutel: randomUUID(),
    ...change,
  });
  const involved = async () =>
    (
      await ask(
        regievoerder,
        `{ nieuwkomer(id: "${persoon}") { betrokkenen { partij doel contactpersoon begindatum versie } } }`,
      )
    ).data.nieuwkomer.betrokkenen;

  it("L8 for a doel that only reads is refused before any subgraph is asked, and by the subgraph itself", async () => {
    const before = await involved();
    for (const doel of ["pip", "voortgang"]) {
      const beller = { ...regievoerder, doel };
      const { answer, fetches } = await askTraced(beller, start, { input: input() });
      expect(answer.errors.map(({ extensions }) => extensions["reden"])).toEqual(["GEEN_ARTIKEL"]);
      expect({ data: answer.data, fetches }).toEqual({ data: null, fetches: [] });
      const direct = await ask(beller, start, { input: input() }, { url: subgraphUrl("gemeente") });
      expect(direct.data).toEqual({ startKetenrelatie: null });
      expect(direct.errors.map(({ extensions }) => extensions["reden"])).toEqual(["GEEN_ARTIKEL"]);
    }
    expect(await involved()).toEqual(before);
  });

  it("L9 of one gegeven takes no other along: an input that holds one that may not be written is refused whole", async () => {
    const wijzig = (fields: string) =>
      vraag(
        `mutation { wijzig(input: { nieuwkomerId: "an", ${fields} }) { nieuwkomer { id } } }`,
        contextOf(),
      );
    expect((await wijzig(`naam: "x"`)).weigeringen).toEqual([]);
    for (const fields of [`naam: "x", bsn: "1"`, `naam: "x", bsn: null`]) {
      const { data, gedaan, weigeringen } = await wijzig(fields);
      expect({ data, gedaan }, fields).toEqual({ data: { wijzig: null }, gedaan: [] });
      expect(weigeringen).toHaveLength(1);
    }
  });

  it("L10 makes nothing within something else: an input holds no other input", async () => {
    const before = await involved();
    for (const nested of [
      { nieuwkomer: { create: { bsn: "123456782" } } },
      { dossier: { create: { medisch: "x" } } },
      { contactpersoon: { create: { naam: "x" } } },
      { partij: ["vluchtelingenwerk", "roc"] },
    ]) {
      const { data, errors } = await ask(regievoerder, start, { input: input(nested) });
      expect(data?.startKetenrelatie ?? null, JSON.stringify(nested)).toBeNull();
      expect(errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
    }
    expect(await involved()).toEqual(before);
  });

  it("L11 sets nothing that was not offered: no number, version, status, end or owner of the caller's choice", async () => {
    const before = await involved();
    for (const extra of [
      { id: randomUUID() },
      { versie: 9 },
      { beeindigdOp: null },
      { einddatum: "2099-01-01" },
      { status: "x" },
      { eigenaar: "x" },
      { nieuwkomer_id: doelwit },
    ]) {
      for (const url of [inject("hub").url, subgraphUrl("gemeente")]) {
        const { data, errors } = await ask(regievoerder, start, { input: input(extra) }, { url });
        expect(data?.startKetenrelatie ?? null, JSON.stringify(extra)).toBeNull();
        expect(errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
      }
    }
    expect(await involved()).toEqual(before);
  });
});
