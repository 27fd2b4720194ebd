import type { Protocolversies } from "@ketenhub/protocol";
import { type Bewaking, ondertekendeVersies } from "./ondertekende-versies.ts";
import { directoryVan, type Protocolbron } from "./protocol-bron.ts";
import { readProtocolversies } from "./read-protocol-file.ts";

/** What a process gives; a test gives its own clock. */
export type ProtocolSurroundings = Pick<Bewaking, "now" | "meld"> & Partial<Pick<Bewaking, "herhaal">>;

/**
 * The versions of the protocol for a process that serves: in production only what the partners signed, and watched for what
 * they withdraw; elsewhere as they stand, which is said.
 */
export async function openProtocolversies(
  { directory, ondertekend }: Protocolbron,
  { now, meld, herhaal = herhaalStil }: ProtocolSurroundings,
): Promise<Protocolversies> {
  const folder = directoryVan(directory);
  const versies = await readProtocolversies(folder);
  if (ondertekend) return ondertekendeVersies(versies, folder, { now, meld, herhaal });
  meld("Not for production: the signatures under the protocol are not checked.");
  return versies;
}

// Private: a timer that waits does not keep a process from ending.
function herhaalStil(taak: () => Promise<void>, milliseconden: number): void {
  setInterval(() => void taak(), milliseconden).unref();
}
