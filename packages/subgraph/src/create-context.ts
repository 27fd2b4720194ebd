import { createTokenVerifier, protocolInForce, readCaller } from "@ketenhub/identity";
import { dagVan, gewogenVoorwaarden, scopeOf } from "@ketenhub/protocol";
import { Beslisser, Inzage } from "@ketenhub/protocol-shield";
import type { FastifyRequest } from "fastify";
import type { DataSource } from "typeorm";
import type { SubgraphConfig } from "./config.ts";
import type { SubgraphContext, Vraag } from "./context.ts";
import type { SubgraphDefinition } from "./definition.ts";
import type { SubgraphSurroundings } from "./start-subgraph.ts";
import { createToegangen } from "./toegangen.ts";

/**
 * Makes the context of each request: verifies the caller's own token here, whatever the gateway did, and gathers what the
 * decisions in this request need. Nothing in it outlives the request.
 */
export async function createContextFactory<L>(
  definition: SubgraphDefinition<L>,
  config: SubgraphConfig,
  { protocollen, now }: SubgraphSurroundings,
  dataSource: DataSource,
): Promise<(request: FastifyRequest) => Promise<SubgraphContext<L>>> {
  const verifier = await createTokenVerifier({ ...config.identity, now });
  return async ({ headers }) => {
    const moment = now();
    const protocol = protocolInForce(protocollen, moment, headers["protocolversie"]);
    const caller = await readCaller(
      { authorization: headers.authorization, doel: headers["doel"] },
      verifier,
      protocol,
    );
    const vraag: Vraag = {
      caller,
      protocol,
      dataSource,
      moment,
      dag: dagVan(moment),
      scope: (actie, gegeven) => scopeOf(protocol, caller.afnemer, caller.doel, actie, gegeven),
      gewogen: gewogenVoorwaarden(protocol, caller.afnemer, caller.doel),
      toegangen: createToegangen(definition.naam, config.sleutels, caller, protocol.versie, moment),
      ondertekening: config.ondertekening,
    };
    const inzage = new Inzage();
    const { afnemer, doel } = caller;
    const feitenVan = definition.createFeiten(vraag);
    const beslisser = new Beslisser({ protocol, afnemer, doel, moment, feitenVan, inzage });
    return { ...vraag, inzage, beslisser, loaders: definition.createLoaders(dataSource, vraag) };
  };
}
