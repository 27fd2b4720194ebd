import type { DatabasePlace } from "@ketenhub/database";
import { environmentError } from "@ketenhub/errors";
import type { IdentityConfig } from "@ketenhub/identity";
import { type Protocolbron, protocolbronVan } from "@ketenhub/protocol-file";
import type { LogLevel } from "@ketenhub/service";
import { type TelemetryConfig, telemetryConfigOf, telemetryEnvironment } from "@ketenhub/telemetry";
import { readSleutels, type Sleutel } from "@ketenhub/toegang";
import { z } from "zod";

/** What a subgraph needs to run. */
export interface SubgraphConfig {
  readonly port: number;
  readonly host: string;
  readonly database: DatabasePlace;
  readonly identity: IdentityConfig;
  /** Keys under which a toegang for this bronhouder is accepted; none for the gemeente, which issues them. */
  readonly sleutels: readonly Sleutel[];
  /** Keys with which the gemeente signs, by bronhouder; none for the others. */
  readonly ondertekening: ReadonlyMap<string, Sleutel>;
  readonly logLevel: LogLevel;
  /** How long requests are still taken after it is told to stop, in milliseconds; none unless told otherwise. */
  readonly drainDelay?: number;
}

/** What a subgraph needs to run as a process of its own. */
export interface SubgraphProcessConfig extends SubgraphConfig {
  readonly protocol: Protocolbron;
  readonly telemetry: TelemetryConfig;
}

/** How long a subgraph that starts waits for its database, in milliseconds; then whoever started it sees it end. */
const startPatience = 60_000;

const sleutels = (naam: string) =>
  z.string().transform((text, context) => {
    try {
      return readSleutels(text, naam);
    } catch (error) {
      context.addIssue({ code: "custom", message: (error as Error).message });
      return z.NEVER;
    }
  });

const shared = {
  /** Port on which the subgraph listens. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(4001),
  /** Address on which the subgraph listens. */
  HOST: z.string().default("127.0.0.1"),
  /** Connection string of this subgraph's own database. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** The identity provider, found by OIDC discovery. */
  OIDC_ISSUER: z.url(),
  /** The audience that tokens must name. */
  OIDC_AUDIENCE: z.string().min(1),
  /** How long requests are still taken after a signal to stop, in milliseconds: until a balancer has seen it on /readyz. */
  DRAIN_DELAY_MS: z.coerce.number().int().min(0).max(60_000).default(5_000),
  /** How much is logged. */
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  /** Where the protocol stands with its signatures and keys; without it, what came with the code. */
  PROTOCOL_DIRECTORY: z.string().min(1).optional(),
  /** A protocol that the partners did not sign is served only when this says that it is not `production`. */
  NODE_ENV: z.string().default("production"),
  ...telemetryEnvironment,
};

/**
 * Reads the environment of a subgraph that runs as a process of its own. The gemeente signs with `TOEGANG_SLEUTELS_<PARTNER>`,
 * one for each bronhouder; every other subgraph verifies with `TOEGANG_SLEUTELS`. Everything that is wrong is said at once.
 */
export function readSubgraphConfig(
  naam: string,
  env: Readonly<Record<string, string | undefined>>,
): SubgraphProcessConfig {
  const issues = naam === "gemeente";
  const signing = Object.fromEntries(
    Object.keys(env)
      .filter((key) => issues && /^TOEGANG_SLEUTELS_[A-Z_]+$/.test(key))
      .map((key) => [key, sleutels(key)]),
  );
  const Environment = z.object({
    ...shared,
    ...(issues ? signing : { TOEGANG_SLEUTELS: sleutels("TOEGANG_SLEUTELS") }),
  });
  const parsed = Environment.safeParse(env);
  if (!parsed.success) throw environmentError(naam, parsed.error.issues, env);

  if (issues && Object.keys(signing).length === 0) {
    throw new Error(
      "Invalid environment of gemeente:\nTOEGANG_SLEUTELS_<PARTNER>: expected a key for at least one bronhouder.",
    );
  }
  const { PORT, HOST, DATABASE_URL, OIDC_ISSUER, OIDC_AUDIENCE, LOG_LEVEL, DRAIN_DELAY_MS } = parsed.data;
  const keyLists = parsed.data as unknown as Record<string, readonly [Sleutel, ...Sleutel[]]>;
  return Object.freeze({
    port: PORT,
    host: HOST,
    database: { kind: "server", url: DATABASE_URL, patience: startPatience } as const,
    identity: { audience: OIDC_AUDIENCE, issuer: OIDC_ISSUER },
    sleutels: keyLists["TOEGANG_SLEUTELS"] ?? [],
    ondertekening: new Map(Object.keys(signing).map((key) => [bronhouderOf(key), firstOf(keyLists[key])])),
    logLevel: LOG_LEVEL,
    drainDelay: DRAIN_DELAY_MS,
    protocol: protocolbronVan(parsed.data),
    telemetry: telemetryConfigOf(parsed.data),
  });
}

// Private: TOEGANG_SLEUTELS_SOCIAAL_TEAM is the key of sociaal-team.
function bronhouderOf(key: string): string {
  return key.replace("TOEGANG_SLEUTELS_", "").toLowerCase().replaceAll("_", "-");
}

function firstOf(keys: readonly [Sleutel, ...Sleutel[]] | undefined): Sleutel {
  if (!keys) throw new Error("A key was read and lost.");
  return keys[0];
}
