import { join } from "node:path";
import type { DatabasePlace } from "@ketenhub/database";
import { environmentError } from "@ketenhub/errors";
import type { IdentityConfig } from "@ketenhub/identity";
import { z } from "zod";

/** What the whole hub in one process needs. */
export interface HubConfig {
  /** Port of the gateway; the subgraphs get the ports after it. 0 gives each a free one. */
  readonly port: number;
  /** Where the embedded databases and the development keys are kept. */
  readonly directory: string;
  readonly identity: IdentityConfig;
  /** Where the database of a partner is. */
  readonly databaseOf: (naam: string) => DatabasePlace;
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
  /** How long requests are still taken after it is told to stop, in milliseconds; none unless told otherwise. */
  readonly drainDelay?: number;
}

const Environment = z.object({
  /** Port of the gateway. */
  PORT: z.coerce.number().int().min(0).max(65_531).default(4000),
  /** Where the embedded databases and the development keys are kept. */
  KETENHUB_DIR: z.string().min(1).default(".ketenhub"),
  /** The identity provider; without it the development issuer is used. */
  OIDC_ISSUER: z.url().optional(),
  /** The audience that tokens must name. */
  OIDC_AUDIENCE: z.string().min(1).default("https://ketenhub.example/graphql"),
  /** How much is logged. */
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("warn"),
  /** In production every part runs as a process of its own. */
  NODE_ENV: z.string().optional(),
});

type Env = Readonly<Record<string, string | undefined>>;

/** Reads the environment of `npm start`. `<PARTNER>_DATABASE_URL` puts that partner on a server instead of embedded. */
export function readHubConfig(env: Env): HubConfig {
  const parsed = Environment.safeParse(withoutEmpty(env));
  if (!parsed.success) throw environmentError("the hub", parsed.error.issues, env);
  const { PORT, KETENHUB_DIR, OIDC_ISSUER, OIDC_AUDIENCE, LOG_LEVEL, NODE_ENV } = parsed.data;
  if (NODE_ENV === "production") {
    throw new Error(
      "npm start is for development. In production each part runs as its own process: see docker-compose.yml.",
    );
  }
  return {
    port: PORT,
    directory: KETENHUB_DIR,
    identity: OIDC_ISSUER
      ? { audience: OIDC_AUDIENCE, issuer: OIDC_ISSUER }
      : { audience: OIDC_AUDIENCE, developmentKeyFile: join(KETENHUB_DIR, "ontwikkeluitgever.jwk.json") },
    databaseOf: databasesIn(withoutEmpty(env), KETENHUB_DIR),
    logLevel: LOG_LEVEL,
  };
}

/** Where the database of each partner is: `<PARTNER>_DATABASE_URL`, else embedded in the directory. */
export function databasesIn(env: Env, directory: string): (naam: string) => DatabasePlace {
  return (naam) => {
    const url = env[`${naam.toUpperCase().replaceAll("-", "_")}_DATABASE_URL`];
    return url ? { kind: "server", url } : { kind: "embedded", root: directory };
  };
}

// Private: an empty variable is one that was not set.
function withoutEmpty(env: Env): Env {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
}
