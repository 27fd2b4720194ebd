import { environmentError } from "@ketenhub/errors";
import type { IdentityConfig } from "@ketenhub/identity";
import { type Protocolbron, protocolbronVan } from "@ketenhub/protocol-file";
import type { LogLevel } from "@ketenhub/service";
import { z } from "zod";
import type { Limits } from "./limits/limits.ts";

/** What the gateway needs to run. */
export interface GatewayConfig {
  readonly port: number;
  readonly host: string;
  readonly identity: IdentityConfig;
  /** Where each subgraph is, by its name in the supergraph. */
  readonly subgraphs: Readonly<Record<string, string>>;
  /** How long a subgraph may take, in milliseconds. */
  readonly subgraphDeadline: number;
  /** How large an operation may be; as agreed, unless told otherwise. */
  readonly limits?: Limits;
  /** Whether a browser gets Sandbox and GraphiQL: for developers, never in production. */
  readonly explorers: boolean;
  readonly logLevel: LogLevel;
  /** How long requests are still taken after it is told to stop, in milliseconds; none unless told otherwise. */
  readonly drainDelay?: number;
}

/** What the gateway needs to run as a process of its own. */
export interface GatewayProcessConfig extends GatewayConfig {
  readonly protocol: Protocolbron;
}

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
  SUBGRAPH_DEADLINE_MS: z.coerce.number().int().min(100).max(60_000).default(10_000),
  /** How long requests are still taken after a signal to stop, in milliseconds: until a balancer has seen it on /readyz. */
  DRAIN_DELAY_MS: z.coerce.number().int().min(0).max(60_000).default(5_000),
  /** How much is logged. */
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  /** Where the protocol stands with its signatures and keys; without it, what came with the code. */
  PROTOCOL_DIRECTORY: z.string().min(1).optional(),
  /** Sandbox and GraphiQL are served, and signatures under the protocol not asked for, unless this is `production`. */
  NODE_ENV: z.string().default("production"),
});

/** Reads the environment of a gateway that runs as a process of its own. Everything that is wrong is said at once. */
export function readGatewayConfig(
  subgraphNames: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): GatewayProcessConfig {
  const Urls = z.object(
    Object.fromEntries(subgraphNames.map((name) => [urlKey(name), z.url({ protocol: /^https?$/ })])),
  );
  const parsed = z.intersection(Environment, Urls).safeParse(env);
  if (!parsed.success) throw environmentError("the gateway", parsed.error.issues, env);

  const {
    PORT,
    HOST,
    OIDC_ISSUER,
    OIDC_AUDIENCE,
    SUBGRAPH_DEADLINE_MS,
    LOG_LEVEL,
    NODE_ENV,
    DRAIN_DELAY_MS,
  } = parsed.data;
  const urls: Readonly<Record<string, unknown>> = parsed.data;
  return Object.freeze({
    port: PORT,
    host: HOST,
    identity: { audience: OIDC_AUDIENCE, issuer: OIDC_ISSUER },
    subgraphs: Object.fromEntries(subgraphNames.map((name) => [name, String(urls[urlKey(name)])])),
    subgraphDeadline: SUBGRAPH_DEADLINE_MS,
    explorers: NODE_ENV !== "production",
    logLevel: LOG_LEVEL,
    drainDelay: DRAIN_DELAY_MS,
    protocol: protocolbronVan(parsed.data),
  });
}

// Private.
function urlKey(name: string): string {
  return `SUBGRAPH_URL_${name.toUpperCase().replaceAll("-", "_")}`;
}
