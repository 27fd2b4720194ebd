import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { type Answer, ask, type Sending } from "./ask.ts";
import { type Beller, bellers, tokenFor } from "./callers.ts";

/** Somebody who tries to get the BSN of a person and may not have it, and how the hub says no. */
export interface Attacker {
  readonly who: string;
  readonly beller: Beller;
  /** The token, when it is not the one that the caller would have. */
  readonly token?: () => Promise<string | undefined>;
  /** Refused at the door; or told that there is nobody; or given the person without the field. */
  readonly gets: "401" | "nobody" | "no field";
}

const { regievoerder, klantmanager, werkcoach, begeleider } = bellers;

/** The person whose BSN is wanted. */
export const doelwit = bekendePersonen.asielstatushouderB1.id;

/** Everybody who may not have the BSN of that person, for every reason there is. */
export const attackers: readonly Attacker[] = [
  { who: "nobody, without a token", beller: regievoerder, token: async () => undefined, gets: "401" },
  {
    who: "a regievoerder whose token expired",
    beller: regievoerder,
    token: () => tokenFor(regievoerder, { lifetimeSeconds: -60 }),
    gets: "401",
  },
  { who: "another partij", beller: begeleider, gets: "no field" },
  { who: "another rol of the right partij", beller: werkcoach, gets: "no field" },
  { who: "the right partij for another doel", beller: { ...regievoerder, doel: "pip" }, gets: "no field" },
  {
    who: "the right rol of another gemeente",
    beller: { ...klantmanager, gemeenten: ["GM0106"] },
    gets: "nobody",
  },
];

/** Asks as an attacker. */
export async function askAs(
  { beller, token }: Attacker,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  sending: Sending = {},
): Promise<Answer> {
  return ask(beller, query, variables, token ? { ...sending, token: await token() } : sending);
}
