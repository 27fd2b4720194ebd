import { environmentError } from "@ketenhub/errors";
import type { IdentityConfig } from "@ketenhub/identity";
import { type Protocolbron, protocolbronVan } from "@ketenhub/protocol-file";
import type { LogLevel } from "@ketenhub/service";
import { type TelemetryConfig, telemetryConfigOf, telemetryEnvironment } from "@ketenhub/telemetry";
import { z } from "zod";
import { httpEnvironment } from "./http/http-environment.ts";
import type { Limits } from "./limits/limits.ts";
import { limitsEnvironment, limitsOf } from "./limits/limits-environment.ts";
import type { OperationsConfig } from "./operations/operations-config.ts";
import {
  operationsEnvironment,
  operationsOf,
  requireManifests,
} from "./operations/operations-environment.ts";
import { rateLimitEnvironment, rateLimitOf, requireRateLimit } from "./rate-limit/rate-limit-environment.ts";
import type { RateLimit } from "./rate-limit/rate-limits.ts";

/** What the gateway needs to run. */
export interface GatewayConfig {
  readonly port: number;
  readonly host: string;
  readonly identity: IdentityConfig;
  /** Where each subgraph is, by its name in the supergraph. */
  readonly subgraphs: Readonly<Record<string, string>>;
  /** How long a subgraph may take, in milliseconds. */
  readonly subgraphDeadline: number;
  /** How long an answer may take, whatever fails, in milliseconds. */
  readonly answerDeadline: number;
  /** How large an operation may be; as agreed, unless told otherwise. */
  readonly limits?: Limits;
  /** How much one caller may ask; nothing is counted without it, which is for development only. */
  readonly rateLimit?: RateLimit;
  /** What partijen registered to ask; nothing unless told otherwise, and then anything is answered. */
  readonly operations?: OperationsConfig;
  /** Origins of which pages may read answers in a browser; none unless told otherwise. */
  readonly origins?: readonly string[];
  /** Proxies whose word is taken for the address that a request came from; nobody's unless told otherwise. */
  readonly trustedProxies?: readonly string[];
  /** Whether a browser gets Sandbox and GraphiQL: for developers, never in production. */
  readonly explorers: boolean;
  readonly logLevel: LogLevel;
  /** How long requests are still taken after it is told to stop, in milliseconds; none unless told otherwise. */
  readonly drainDelay?: number;
}

/** What the gateway needs to run as a process of its own. */
export interface GatewayProcessConfig extends GatewayConfig {
  readonly protocol: Protocolbron;
  readonly telemetry: TelemetryConfig;
}

/** A toegang is good for twenty seconds: what is asked later than that is refused, whatever the agreement says. */
const longestAnswer = 18_000;

const Environment = z.object({
  /** Port on which the gateway listens. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  /** Address on which the gateway listens. */
  HOST: z.string().default("127.0.0.1"),
  /** The identity provider, found by OIDC discovery. */
  OIDC_ISSUER: z.url(),
  /** The audience that tokens must name. */
  OIDC_AUDIENCE: z.string().min(1),
  /** How long a subgraph may take, in milliseconds. */
  SUBGRAPH_DEADLINE_MS: z.coerce.number().int().min(100).max(longestAnswer).default(10_000),
  /** How long an answer may take, whatever fails, in milliseconds: several subgraphs may be asked after each other. */
  ANSWER_DEADLINE_MS: z.coerce.number().int().min(100).max(longestAnswer).default(15_000),
  /** How long requests are still taken after a signal to stop, in milliseconds: until a balancer has seen it on /readyz. */
  DRAIN_DELAY_MS: z.coerce.number().int().min(0).max(60_000).default(5_000),
  /** How much is logged. */
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  /** Where the protocol stands with its signatures and keys; without it, what came with the code. */
  PROTOCOL_DIRECTORY: z.string().min(1).optional(),
  /** Sandbox and GraphiQL are served, and signatures under the protocol not asked for, unless this is `production`. */
  NODE_ENV: z.string().default("production"),
  ...limitsEnvironment,
  ...rateLimitEnvironment,
  ...operationsEnvironment,
  ...httpEnvironment,
  ...telemetryEnvironment,
});
const Whole = Environment.superRefine(requireRateLimit).superRefine(requireManifests);

/** Reads the environment of a gateway that runs as a process of its own. Everything that is wrong is said at once. */
export function readGatewayConfig(
  subgraphNames: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): GatewayProcessConfig {
  const Urls = z.object(
    Object.fromEntries(subgraphNames.map((name) => [urlKey(name), z.url({ protocol: /^https?$/ })])),
  );
  const parsed = z.intersection(Whole, Urls).safeParse(env);
  if (!parsed.success) throw environmentError("the gateway", parsed.error.issues, env);

  const given = parsed.data;
  const urls: Readonly<Record<string, unknown>> = given;
  const rateLimit = rateLimitOf(given);
  const operations = operationsOf(given);
  return Object.freeze({
    port: given.PORT,
    host: given.HOST,
    identity: { audience: given.OIDC_AUDIENCE, issuer: given.OIDC_ISSUER },
    subgraphs: Object.fromEntries(subgraphNames.map((name) => [name, String(urls[urlKey(name)])])),
    subgraphDeadline: given.SUBGRAPH_DEADLINE_MS,
    answerDeadline: given.ANSWER_DEADLINE_MS,
    limits: limitsOf(given),
    ...(rateLimit ? { rateLimit } : {}),
    ...(operations ? { operations } : {}),
    origins: given.CORS_ORIGINS,
    trustedProxies: given.TRUSTED_PROXIES,
    explorers: given.NODE_ENV !== "production",
    logLevel: given.LOG_LEVEL,
    drainDelay: given.DRAIN_DELAY_MS,
    protocol: protocolbronVan(given),
    telemetry: telemetryConfigOf(given),
  });
}

// Private.
function urlKey(name: string): string {
  return `SUBGRAPH_URL_${name.toUpperCase().replaceAll("-", "_")}`;
}
