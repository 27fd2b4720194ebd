import { randomUUID } from "node:crypto";
import type { Answer } from "./ask.ts";
import { bellers } from "./callers.ts";
import type { OwnHub } from "./own-hub.ts";

const { regievoerder } = bellers;
const relatie = "ketenrelatie { id begindatum einddatum toegangTot versie }";
const startMutation = `mutation ($input: StartKetenrelatieInput!) { startKetenrelatie(input: $input) { ${relatie} } }`;
const endMutation = `mutation ($input: BeeindigKetenrelatieInput!) { beeindigKetenrelatie(input: $input) { ${relatie} } }`;

/** A key that no other order has. */
export const sleutel = () => ({ idempotentieSleutel: randomUUID() });

/** A ketenrelatie as the API shows it. */
interface Getoond {
  readonly id: string;
  readonly versie: number;
  readonly toegangTot: string | null;
}

/** How the regievoerder begins and ends ketenrelaties; with WPDA for reintegratie, unless told otherwise. */
export interface Ketenrelaties {
  start(person: { readonly id: string }, change?: object): Promise<Answer>;
  started(person: { readonly id: string }, change?: object): Promise<Getoond>;
  end(ketenrelatieId: string, versie: number, change?: object): Promise<Answer>;
}

/** The ketenrelaties of a hub. */
export function ketenrelaties(hub: OwnHub): Ketenrelaties {
  const start: Ketenrelaties["start"] = ({ id }, change = {}) => {
    const input = { nieuwkomerId: id, partij: "wpda", doel: "reintegratie", ...sleutel(), ...change };
    return hub.ask(regievoerder, startMutation, { input });
  };
  return {
    start,
    started: async (...args) => (await start(...args)).data.startKetenrelatie.ketenrelatie,
    end: (ketenrelatieId, versie, change = {}) =>
      hub.ask(regievoerder, endMutation, { input: { ketenrelatieId, versie, ...sleutel(), ...change } }),
  };
}
