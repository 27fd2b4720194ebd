import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { ApolloServerPluginLandingPageLocalDefault } from "@apollo/server/plugin/landingPage/default";
import { createDocumentStore } from "@ketenhub/service";
import type { RequestFollower } from "@ketenhub/telemetry";
import type { ValidationRule } from "graphql";
import type { GatewayContext } from "./caller-context.ts";
import type { ServedGateway } from "./filtering-gateway.ts";
import { firstHeaders, firstQuestion } from "./first-question.ts";
import type { Limits } from "./limits/limits.ts";
import { askRegistered } from "./operations/ask-registered.ts";
import { plainAnswer } from "./plain-answer.ts";

/** What the GraphQL server is made of. */
export interface ApolloOptions {
  readonly gateway: ServedGateway;
  readonly validationRules: readonly ValidationRule[];
  readonly limits: Limits;
  /** Whether a browser gets Sandbox. */
  readonly explorers: boolean;
  /** Told what becomes of each request. */
  readonly follower: RequestFollower<GatewayContext>;
}

/** The GraphQL server of the gateway: everything that it can tell by itself and that nobody needs is off. */
export function createApollo(options: ApolloOptions): ApolloServer<GatewayContext> {
  const { gateway, validationRules, limits, explorers, follower } = options;
  return new ApolloServer<GatewayContext>({
    gateway,
    introspection: true,
    validationRules: [...validationRules],
    persistedQueries: false,
    documentStore: createDocumentStore(),
    parseOptions: { maxTokens: limits.tokens },
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    formatError: follower.formatError,
    plugins: [
      // Nothing is ever kept by a cache; and it would go before every resolver.
      ApolloServerPluginCacheControlDisabled(),
      askRegistered,
      plainAnswer,
      landingPage(explorers),
      follower.plugin,
    ],
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
