import { join } from "node:path";
import { openDevelopmentIssuer } from "@ketenhub/identity";
import { send } from "../ask.ts";
import { protocol } from "./agreed.ts";
import type { Profiel } from "./profielen.ts";
import type { Zend } from "./vraag.ts";

/** Where a hub answers. */
export interface HubAddress {
  readonly url: string;
  readonly subgraphs: Readonly<Record<string, string>>;
  readonly directory: string;
}

/** Gives a way to ask a hub as somebody: one token for everything that he asks. */
export async function bellerBij(hub: HubAddress) {
  const issuer = await openDevelopmentIssuer({
    keyFile: join(hub.directory, "ontwikkeluitgever.jwk.json"),
    nodeEnv: undefined,
    audience: "https://ketenhub.example/graphql",
  });
  return async (profiel: Profiel, nieuwkomerId?: string): Promise<Zend> => {
    const { partij, rol, medewerker: sub, gemeente, doel } = profiel;
    const oin = protocol.document.partijen.find(({ id }) => id === partij)?.oin[0] ?? "";
    const zelf = nieuwkomerId === undefined ? {} : { nieuwkomerId };
    const token = await issuer.mint({ oin, rol, sub, gemeenten: [gemeente], ...zelf });
    const headers = { authorization: `Bearer ${token}`, doel };
    return (query, variables = {}, subgraph) => {
      const url = subgraph === undefined ? hub.url : hub.subgraphs[subgraph];
      if (!url) throw new Error(`There is no subgraph ${subgraph} in this hub.`);
      return send(query, variables, { url, headers });
    };
  };
}
