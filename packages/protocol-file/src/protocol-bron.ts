import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { protocolDirectory } from "./read-protocol-file.ts";

/** From where a process takes the protocol, and whether the partners must have signed it. */
export interface Protocolbron {
  /** A folder with the protocol, `vervangen/`, `handtekeningen/` and `sleutels/`; without it, the one that came with the code. */
  readonly directory: string | undefined;
  /** In production a version is in force only when everybody signed it. */
  readonly ondertekend: boolean;
}

/** What the environment of a process says about it; unsigned only when it says that it is not production. */
export function protocolbronVan(env: {
  readonly PROTOCOL_DIRECTORY?: string | undefined;
  readonly NODE_ENV: string;
}): Protocolbron {
  return { directory: env.PROTOCOL_DIRECTORY, ondertekend: env.NODE_ENV === "production" };
}

/** The folder, as an address that files can be found from. */
export function directoryVan(path: string | undefined): URL {
  return path === undefined ? protocolDirectory : pathToFileURL(`${resolve(path)}/`);
}
