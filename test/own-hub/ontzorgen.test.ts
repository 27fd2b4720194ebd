import { randomUUID } from "node:crypto";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusals } from "../support/ask.ts";
import { bellers } from "../support/callers.ts";
import { type OwnHub, startOwnHub, startTimeout } from "../support/own-hub.ts";
import { schuldhulpverlener } from "../support/ring.ts";

// Made on 1 December, this person is in ontzorgen from 2 October 2026 until 1 April 2027, when it is summer time.
const start = "2026-12-01T11:00:00Z";
const laatsteDag = "2027-04-01";
const voorMiddernacht = "2027-04-01T21:59:59.999Z";
const middernacht = "2027-04-01T22:00:00Z";
const { id } = bekendePersonen.inOntzorgen;
const klantmanager = { ...bellers.klantmanager, doel: "ontzorgen" };

const begin = `mutation ($input: StartKetenrelatieInput!) { startKetenrelatie(input: $input) { ketenrelatie { id versie } } }`;
const lees = `query ($id: ID!) { nieuwkomer(id: $id) { naam { geslachtsnaam } contact { telefoonnummer } regievoerder
  heeftUitkering ontzorgenTot ontzorgen { einddatum vasteLasten { soort bedragInCenten } } } }`;
const klanten = `{ mijnKlanten(first: 500) { edges { node { nieuwkomer { id ontzorgen { einddatum } } } } } }`;

let hub: OwnHub;
beforeAll(async () => {
  hub = await startOwnHub(start);
}, startTimeout);
afterAll(() => hub.stop());

describe("ontzorgen by the GKB", () => {
  it("is nothing that the GKB knows of while it is not involved", async () => {
    expect((await hub.ask(schuldhulpverlener, lees, { id })).text).toBe('{"data":{"nieuwkomer":null}}\n');
  });

  it("shows the GKB which fixed costs it pays, and how to reach whom, from the moment it is involved", async () => {
    const order = { nieuwkomerId: id, partij: "gkb", doel: "ontzorgen", idempotentieSleutel: randomUUID() };
    expect((await hub.ask(bellers.regievoerder, begin, { input: order })).errors).toEqual([]);
    const { data, errors } = await hub.ask(schuldhulpverlener, lees, { id });
    expect(errors).toEqual([]);
    expect(data.nieuwkomer).toMatchObject({
      naam: { geslachtsnaam: expect.stringMatching(/^Voorbeeld-/) },
      contact: { telefoonnummer: expect.any(String) },
      regievoerder: expect.any(String),
      heeftUitkering: true,
      ontzorgenTot: laatsteDag,
      ontzorgen: { einddatum: laatsteDag },
    });
    expect(data.nieuwkomer.ontzorgen.vasteLasten).toHaveLength(3);
    expect(data.nieuwkomer.ontzorgen.vasteLasten[0].bedragInCenten).toBeGreaterThan(0);
  });

  it("shows no amount of the uitkering itself, nor which uitkering it is", async () => {
    const uitkering = "query ($id: ID!) { nieuwkomer(id: $id) { uitkeringen { soort bedragInCenten } } }";
    const answer = await hub.ask(schuldhulpverlener, uitkering, { id });
    expect(answer.data.nieuwkomer.uitkeringen).toBeNull();
    expect(refusals(answer)).toEqual(["nieuwkomer.uitkeringen: GEEN_ARTIKEL uitkering"]);
  });

  it("goes on through the last day, to midnight in the Netherlands", async () => {
    hub.setClock(voorMiddernacht);
    const { data, errors } = await hub.ask(schuldhulpverlener, lees, { id });
    expect(errors).toEqual([]);
    expect(data.nieuwkomer.ontzorgen.vasteLasten).toHaveLength(3);
  });

  it("closes at that midnight what WPDA shares for it, and says that the term is over", async () => {
    hub.setClock(middernacht);
    const answer = await hub.ask(schuldhulpverlener, lees, { id });
    expect(answer.data.nieuwkomer).toMatchObject({
      naam: { geslachtsnaam: expect.any(String) },
      contact: { telefoonnummer: expect.any(String) },
      heeftUitkering: null,
      ontzorgenTot: null,
      ontzorgen: null,
    });
    expect(refusals(answer)).toEqual([
      "nieuwkomer.heeftUitkering: TERMIJN_VERSTREKEN uitkering-status",
      "nieuwkomer.ontzorgen: TERMIJN_VERSTREKEN ontzorgen",
      "nieuwkomer.ontzorgenTot: TERMIJN_VERSTREKEN ontzorgen-status",
    ]);
  });

  it("is still in WPDA's own register after that midnight, for WPDA itself", async () => {
    const { data } = await hub.ask(klantmanager, klanten);
    const nieuwkomers = data.mijnKlanten.edges.map(
      ({ node }: { node: { nieuwkomer: { id: string } } }) => node.nieuwkomer,
    );
    expect(nieuwkomers.find((one: { id: string }) => one.id === id)).toEqual({
      id,
      ontzorgen: { einddatum: laatsteDag },
    });
  });

  it("does not tell who is not involved whether the term runs or is over", async () => {
    const { id: ander } = bekendePersonen.asielstatushouderB1;
    const over = await hub.ask(schuldhulpverlener, lees, { id: ander });
    hub.setClock(start);
    expect((await hub.ask(schuldhulpverlener, lees, { id: ander })).text).toBe(over.text);
    expect(over.text).toBe('{"data":{"nieuwkomer":null}}\n');
  });
});
