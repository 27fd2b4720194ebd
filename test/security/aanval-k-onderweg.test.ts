import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { RunningGateway } from "@ketenhub/gateway";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { ask } from "../support/ask.ts";
import { bellers, tokenFor } from "../support/callers.ts";
import { type InterruptingDoor, openInterruptingDoor } from "../support/interrupting-door.ts";
import { startGatewayBefore } from "../support/start-gateway-before.ts";

const { regievoerder, werkcoach } = bellers;
const { id } = bekendePersonen.alleenGemeente;
const query = "query ($id: ID!) { nieuwkomer(id: $id) { id inschrijvingen { soort } } }";
let gateway: RunningGateway;
let roc: InterruptingDoor;

vi.setConfig({ testTimeout: 120_000 });

beforeAll(async () => {
  const { subgraphs, directory } = inject("hub");
  roc = await openInterruptingDoor(subgraphs["roc"] ?? "");
  const deadlines = { subgraphDeadline: 60_000, answerDeadline: 90_000 };
  gateway = await startGatewayBefore({ ...subgraphs, roc: roc.url }, directory, deadlines);
});
afterAll(async () => {
  await gateway.stop();
  await roc.stop();
});

async function startRelatie(): Promise<string> {
  const start = `mutation ($input: StartKetenrelatieInput!) { startKetenrelatie(input: $input) { ketenrelatie { id } } }`;
  const { data } = await ask(regievoerder, start, {
    input: {
      nieuwkomerId: id,
      partij: "wpda",
      doel: "reintegratie",
      medewerkerId: werkcoach.medewerker,
      contactpersoon: "Werkcoach Voorbeeld-Een",
      idempotentieSleutel: randomUUID(),
    },
  });
  return data.startKetenrelatie.ketenrelatie.id;
}
const endRelatie = (ketenrelatieId: string) =>
  ask(
    regievoerder,
    `mutation ($input: BeeindigKetenrelatieInput!) { beeindigKetenrelatie(input: $input) { ketenrelatie { id } } }`,
    { input: { ketenrelatieId, versie: 1, idempotentieSleutel: randomUUID() } },
  );

describe("what changes while a question is under way", () => {
  it("K1 counts from the next question on: all of one question is decided at one moment", async () => {
    const relatie = await startRelatie();
    let ended = false;
    roc.before(async () => {
      const { errors } = await endRelatie(relatie);
      ended = errors.length === 0;
    });
    const during = await ask(werkcoach, query, { id }, { url: gateway.url });
    expect(ended).toBe(true);
    expect({ data: during.data.nieuwkomer?.id, errors: during.errors }).toEqual({ data: id, errors: [] });
    const after = await ask(werkcoach, query, { id }, { url: gateway.url });
    expect(after.data.nieuwkomer).toBeNull();
  });

  it("K2 a token that ends is no token from then on: what is still to be asked is not answered", async () => {
    const relatie = await startRelatie();
    const lifetimeSeconds = 10;
    const token = await tokenFor(werkcoach, { lifetimeSeconds });
    // Past its end, and past the seconds that clocks may differ.
    const ends = Date.now() + (lifetimeSeconds + 6) * 1_000;
    roc.before(() => wait(ends - Date.now()));
    const answer = await ask(werkcoach, query, { id }, { url: gateway.url, token });
    expect(answer.data).toEqual({ nieuwkomer: { id, inschrijvingen: null } });
    expect(answer.errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [["nieuwkomer", "inschrijvingen"], "UNAUTHENTICATED"],
    ]);
    await endRelatie(relatie);
  });
});
