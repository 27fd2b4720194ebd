import { randomUUID } from "node:crypto";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { describe, expect, it } from "vitest";
import { type Answer, ask } from "../support/ask.ts";
import { bellers } from "../support/callers.ts";
import { itInOwnGateway } from "../support/own-gateway-only.ts";

const { id } = bekendePersonen.asielstatushouderB1;
const { regievoerder, werkcoach, begeleider, trajectbegeleider } = bellers;
const vandaag = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam" }).format(new Date());
const sleutel = () => randomUUID();
const codeOf = ({ errors }: Answer) => errors[0]?.extensions.code;

describe("meldVoortgang", () => {
  const taken =
    "query ($id: ID!) { nieuwkomer(id: $id) { pip { werk { taken { id partij status versie voortgangsnotitie laatsteMelding } } } } }";
  const meld = `mutation ($input: MeldVoortgangInput!) { meldVoortgang(input: $input) { taak { id status versie laatsteMelding } } }`;
  const wpdaTaak = async () => {
    const { data } = await ask(regievoerder, taken, { id });
    return data.nieuwkomer.pip.werk.taken.find(({ partij }: { partij: string }) => partij === "wpda");
  };

  it("keeps what a partij reports on its own task, for the regievoerder to read", async () => {
    const taak = await wpdaTaak();
    const input = {
      taakId: taak.id,
      status: "VASTGELOPEN",
      notitie: "Wacht op kinderopvang.",
      versie: taak.versie,
      idempotentieSleutel: sleutel(),
    };
    const answer = await ask(werkcoach, meld, { input });
    expect(answer.errors).toEqual([]);
    expect(answer.data.meldVoortgang.taak).toEqual({
      id: taak.id,
      status: "VASTGELOPEN",
      versie: taak.versie + 1,
      laatsteMelding: vandaag,
    });
    expect(await wpdaTaak()).toMatchObject({
      status: "VASTGELOPEN",
      voortgangsnotitie: "Wacht op kinderopvang.",
    });
  });

  it("says that somebody changed the task since it was read", async () => {
    const taak = await wpdaTaak();
    const input = {
      taakId: taak.id,
      status: "BEZIG",
      versie: taak.versie - 1,
      idempotentieSleutel: sleutel(),
    };
    expect(codeOf(await ask(werkcoach, meld, { input }))).toBe("VERSIECONFLICT");
  });

  it("answers a task of another partij as one that does not exist", async () => {
    const taak = await wpdaTaak();
    const input = { taakId: taak.id, status: "GEREED", versie: taak.versie, idempotentieSleutel: sleutel() };
    const others = await ask(begeleider, meld, { input });
    const nobodys = await ask(begeleider, meld, { input: { ...input, taakId: randomUUID() } });
    expect(codeOf(others)).toBe("UNAUTHORIZED_FIELD_OR_TYPE");
    expect(others.text).toBe(nobodys.text);
    expect((await wpdaTaak()).status).not.toBe("GEREED");
  });

  it("refuses a character that a database cannot keep, naming the field", async () => {
    const taak = await wpdaTaak();
    const input = {
      taakId: taak.id,
      status: "BEZIG",
      notitie: "a\u0000b",
      versie: taak.versie,
      idempotentieSleutel: sleutel(),
    };
    const answer = await ask(werkcoach, meld, { input });
    expect(answer.errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", veld: "input.notitie" });
  });

  it("refuses a notitie that is too long, saying how long it may be", async () => {
    const taak = await wpdaTaak();
    const input = {
      taakId: taak.id,
      status: "BEZIG",
      notitie: "x".repeat(1001),
      versie: taak.versie,
      idempotentieSleutel: sleutel(),
    };
    const answer = await ask(werkcoach, meld, { input });
    expect(answer.errors[0]).toMatchObject({
      message: expect.stringContaining("input.notitie: verwacht ten hoogste 1000 tekens"),
      extensions: { code: "BAD_USER_INPUT", veld: "input.notitie" },
    });
  });
});

describe("registreerReintegratievoorziening", () => {
  const lees =
    "query ($id: ID!) { nieuwkomer(id: $id) { reintegratievoorzieningen { id soort datumStart urenPerWeek } } }";
  const registreer = `mutation ($input: RegistreerReintegratievoorzieningInput!) {
    registreerReintegratievoorziening(input: $input) { reintegratievoorziening { id soort urenPerWeek versie } } }`;
  const input = (change: object = {}) => ({
    nieuwkomerId: id,
    soort: "STAGE",
    datumStart: vandaag,
    urenPerWeek: 16,
    idempotentieSleutel: sleutel(),
    ...change,
  });

  it("keeps a new voorziening, once, and shows it to the regievoerder", async () => {
    const order = input();
    const [first, second] = [
      await ask(werkcoach, registreer, { input: order }),
      await ask(werkcoach, registreer, { input: order }),
    ];
    expect(first?.errors).toEqual([]);
    expect(second?.text).toBe(first?.text);
    const made = first?.data.registreerReintegratievoorziening.reintegratievoorziening;
    const { data } = await ask(regievoerder, lees, { id });
    const found = data.nieuwkomer.reintegratievoorzieningen.filter(
      (one: { id: string }) => one.id === made.id,
    );
    expect(found).toEqual([{ id: made.id, soort: "STAGE", datumStart: vandaag, urenPerWeek: 16 }]);
  });

  it("refuses hours that do not exist, an end before the start, and a person who is no klant", async () => {
    expect(codeOf(await ask(werkcoach, registreer, { input: input({ urenPerWeek: 41 }) }))).toBe(
      "BAD_USER_INPUT",
    );
    expect(
      codeOf(await ask(werkcoach, registreer, { input: input({ datumVerwachtEinde: "2020-01-01" }) })),
    ).toBe("BAD_USER_INPUT");
    const stranger = await ask(werkcoach, registreer, {
      input: input({ nieuwkomerId: bekendePersonen.alleenGemeente.id }),
    });
    const nobody = await ask(werkcoach, registreer, { input: input({ nieuwkomerId: randomUUID() }) });
    expect(codeOf(stranger)).toBe("UNAUTHORIZED_FIELD_OR_TYPE");
    expect(stranger.text).toBe(nobody.text);
    const klantElders = await ask(werkcoach, registreer, {
      input: input({ nieuwkomerId: bekendePersonen.inAssen.id }),
    });
    expect(klantElders.text).toBe(nobody.text);
  });

  it("is refused to every other partij", async () => {
    for (const beller of [regievoerder, begeleider, trajectbegeleider]) {
      const answer = await ask(beller, registreer, { input: input() });
      expect(answer.errors[0]?.extensions).toMatchObject({
        code: "UNAUTHORIZED_FIELD_OR_TYPE",
        reden: "GEEN_ARTIKEL",
      });
    }
  });
});

describe("registreerPvtBijeenkomst", () => {
  const lees =
    "query ($id: ID!) { nieuwkomer(id: $id) { pvt { id gevolgdeUren startdatum bijeenkomsten { uren aanwezig } } } }";
  const registreer = `mutation ($input: RegistreerPvtBijeenkomstInput!) {
    registreerPvtBijeenkomst(input: $input) { pvt { id gevolgdeUren bijeenkomsten { datum uren } } } }`;

  it("adds the hours of a session where the nieuwkomer was, and not of one where he was not", async () => {
    const { data } = await ask(begeleider, lees, { id });
    const { pvt } = data.nieuwkomer;
    const session = (change: object) => ({
      pvtId: pvt.id,
      datum: vandaag,
      uren: 3,
      aanwezig: true,
      idempotentieSleutel: sleutel(),
      ...change,
    });
    const present = await ask(begeleider, registreer, { input: session({}) });
    const absent = await ask(begeleider, registreer, { input: session({ aanwezig: false }) });
    expect(present.data.registreerPvtBijeenkomst.pvt.gevolgdeUren).toBe(pvt.gevolgdeUren + 3);
    expect(absent.data.registreerPvtBijeenkomst.pvt.gevolgdeUren).toBe(pvt.gevolgdeUren + 3);
    const after = await ask(regievoerder, lees, { id });
    expect(after.data.nieuwkomer.pvt.gevolgdeUren).toBe(pvt.gevolgdeUren + 3);
  });

  it("refuses a session in the future, of no hours, and of a traject that is not the caller's", async () => {
    const { data } = await ask(begeleider, lees, { id });
    const session = { pvtId: data.nieuwkomer.pvt.id, datum: vandaag, uren: 3, aanwezig: true };
    const attempt = (change: object) =>
      ask(begeleider, registreer, { input: { ...session, idempotentieSleutel: sleutel(), ...change } });
    expect(codeOf(await attempt({ datum: "9999-12-31" }))).toBe("BAD_USER_INPUT");
    expect(codeOf(await attempt({ uren: 0 }))).toBe("BAD_USER_INPUT");
    expect(codeOf(await attempt({ pvtId: randomUUID() }))).toBe("UNAUTHORIZED_FIELD_OR_TYPE");
    expect(codeOf(await attempt({ datum: "2026-02-30" }))).toBe("BAD_USER_INPUT");
  });
});

describe("registreerLesaanwezigheid", () => {
  const lees =
    "query ($id: ID!) { nieuwkomer(id: $id) { inschrijvingen { id startdatum lesaanwezigheid { gevolgdeUren ongeoorloofdVerzuimUren laatsteLes } } } }";
  const registreer = `mutation ($input: RegistreerLesaanwezigheidInput!) {
    registreerLesaanwezigheid(input: $input) { inschrijving { id lesaanwezigheid { gevolgdeUren ongeoorloofdVerzuimUren laatsteLes } } } }`;

  it("adds a lesson to what was followed, or to what was missed", async () => {
    const { data } = await ask(trajectbegeleider, lees, { id });
    const [inschrijving] = data.nieuwkomer.inschrijvingen;
    const lesson = { inschrijvingId: inschrijving.id, datum: vandaag, uren: 3 };
    await ask(trajectbegeleider, registreer, {
      input: { ...lesson, aanwezigheid: "AANWEZIG", idempotentieSleutel: sleutel() },
    });
    const answer = await ask(trajectbegeleider, registreer, {
      input: { ...lesson, uren: 2, aanwezigheid: "ONGEOORLOOFD_VERZUIM", idempotentieSleutel: sleutel() },
    });
    const before = inschrijving.lesaanwezigheid;
    const expected = {
      gevolgdeUren: before.gevolgdeUren + 3,
      ongeoorloofdVerzuimUren: before.ongeoorloofdVerzuimUren + 2,
      laatsteLes: vandaag,
    };
    expect(answer.data.registreerLesaanwezigheid.inschrijving.lesaanwezigheid).toEqual(expected);
    const seen = await ask(regievoerder, lees, { id });
    expect(seen.data.nieuwkomer.inschrijvingen[0].lesaanwezigheid).toEqual(expected);
  });

  itInOwnGateway(
    "refuses a lesson before the inschrijving, of nine hours, and with a status that does not exist",
    async () => {
      const { data } = await ask(trajectbegeleider, lees, { id });
      const lesson = {
        inschrijvingId: data.nieuwkomer.inschrijvingen[0].id,
        datum: vandaag,
        uren: 3,
        aanwezigheid: "AANWEZIG",
      };
      const attempt = (change: object) =>
        ask(trajectbegeleider, registreer, {
          input: { ...lesson, idempotentieSleutel: sleutel(), ...change },
        });
      expect(codeOf(await attempt({ datum: "2001-01-01" }))).toBe("BAD_USER_INPUT");
      expect(codeOf(await attempt({ uren: 9 }))).toBe("BAD_USER_INPUT");
      expect(codeOf(await attempt({ aanwezigheid: "ZIEK" }))).toBe("BAD_USER_INPUT");
    },
  );
});
