import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { ApolloServerPluginLandingPageLocalDefault } from "@apollo/server/plugin/landingPage/default";
import { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import { createMaskError, toLoggedError } from "@ketenhub/errors";
import type { FastifyInstance } from "fastify";
import type { ValidationRule } from "graphql";
import type { GatewayContext } from "./caller-context.ts";
import type { ServedGateway } from "./filtering-gateway.ts";
import { firstHeaders, firstQuestion } from "./first-question.ts";
import type { Limits } from "./limits/limits.ts";
import { plainAnswer } from "./plain-answer.ts";

/** What the GraphQL server is made of. */
export interface ApolloOptions {
  readonly gateway: ServedGateway;
  readonly validationRule: ValidationRule;
  readonly limits: Limits;
  /** Whether a browser gets Sandbox. */
  readonly explorers: boolean;
}

/** The GraphQL server of the gateway: everything that it can tell by itself and that nobody needs is off. */
export function createApollo(http: FastifyInstance, options: ApolloOptions): ApolloServer<GatewayContext> {
  const { gateway, validationRule, limits, explorers } = options;
  return new ApolloServer<GatewayContext>({
    gateway,
    introspection: true,
    validationRules: [validationRule],
    persistedQueries: false,
    parseOptions: { maxTokens: limits.tokens },
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    formatError: createMaskError((reference, error) =>
      http.log.error({ reference, error: toLoggedError(error) }, "masked error"),
    ),
    plugins: [fastifyApolloDrainPlugin(http), plainAnswer, landingPage(explorers)],
  });
}

// Private.
function landingPage(explorers: boolean) {
  if (!explorers) return ApolloServerPluginLandingPageDisabled();
  return ApolloServerPluginLandingPageLocalDefault({
    embed: true,
    includeCookies: false,
    document: firstQuestion,
    headers: firstHeaders,
  });
}
