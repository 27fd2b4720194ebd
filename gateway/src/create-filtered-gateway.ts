import { ApolloGateway, type GatewayConfig as LibraryConfig } from "@apollo/gateway";
import type { Protocolversies } from "@ketenhub/protocol";
import { audienceSchema } from "./audience-schema.ts";
import { filteringGateway, type ServedGateway } from "./filtering-gateway.ts";
import { createIntrospection } from "./introspection.ts";
import type { Limits } from "./limits/limits.ts";
import { annotationsOf } from "./read-audience-schemas.ts";
import { apiDocumentOf, withoutPolicyMark } from "./supergraph.ts";

/** What a gateway is made of. */
export interface FilteredGatewayOptions {
  readonly supergraphSdl: string;
  readonly protocollen: Protocolversies;
  /** How each subgraph is spoken to. */
  readonly buildService: NonNullable<LibraryConfig["buildService"]>;
  /** How large an operation may be. */
  readonly limits: Limits;
  readonly logger?: NonNullable<LibraryConfig["logger"]>;
}

/** The library's gateway over a composed schema, that takes out what is refused before it plans. */
export function createFilteredGateway(options: FilteredGatewayOptions): ServedGateway {
  const { supergraphSdl, protocollen, buildService, logger, limits } = options;
  const gateway = new ApolloGateway({
    supergraphSdl: withoutPolicyMark(supergraphSdl),
    buildService,
    __exposeQueryPlanExperimental: false,
    ...(logger ? { logger } : {}),
  });
  const annotated = annotationsOf(supergraphSdl, protocollen);
  const api = apiDocumentOf(supergraphSdl);
  const introspection = createIntrospection((audience) => audienceSchema(api, annotated, audience));
  return filteringGateway(gateway, annotated, introspection, limits);
}
