import { readdir, readFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type CompiledProtocol,
  compileProtocol,
  OngeldigeVersies,
  type ParseOptions,
  type Protocolversies,
  parseProtocol,
  plaatsIn,
  versiesVan,
} from "@ketenhub/protocol";

/** Where the agreed protocol stands, with the versions before it, the signatures and the keys. */
export const protocolDirectory = new URL("../../../schema/protocol/", import.meta.url);

const bestandsnaam = "gegevensuitwisselingsprotocol.yaml";

/** Where the agreed protocol stands. */
export const protocolFile = new URL(bestandsnaam, protocolDirectory);

/** Reads and compiles the agreed protocol. Throws `OngeldigProtocol` with file and line when it cannot be used. */
export async function readProtocolFile(
  file: URL = protocolFile,
  options: ParseOptions = {},
): Promise<CompiledProtocol> {
  return compileProtocol(parseProtocol(await readFile(file, "utf8"), shownName(file), options));
}

/**
 * Reads and compiles the versions of the protocol that stand side by side: the newest, and those in `vervangen/`. Throws
 * `OngeldigProtocol` or `OngeldigeVersies`, with files and lines.
 */
export async function readProtocolversies(directory: URL = protocolDirectory): Promise<Protocolversies> {
  const nieuwste = await readVersie(new URL(bestandsnaam, directory), {});
  const vervangen = await Promise.all(
    (await vervangenIn(directory)).map((file) => readVersie(file, { vervangen: true })),
  );
  const bronnen = new Map([nieuwste, ...vervangen].map((one) => [one.protocol, one]));
  const versies = versiesVan([...bronnen.keys()], (protocol, sleutel) => {
    const bron = bronnen.get(protocol);
    return bron ? plaatsIn(bron.text, bron.bestand, [sleutel]) : protocol.versie;
  });
  requireNewest(versies, nieuwste);
  return versies;
}

// Private.
interface Versiebron {
  readonly protocol: CompiledProtocol;
  readonly bestand: string;
  readonly text: string;
}

async function readVersie(file: URL, options: ParseOptions): Promise<Versiebron> {
  const text = await readFile(file, "utf8");
  const bestand = shownName(file);
  return { text, bestand, protocol: compileProtocol(parseProtocol(text, bestand, options)) };
}

async function vervangenIn(directory: URL): Promise<readonly URL[]> {
  const vervangen = new URL("vervangen/", directory);
  const names = await readdir(vervangen).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return names
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => new URL(encodeURIComponent(name), vervangen));
}

/** What was replaced is read by the rules of its own time, so nothing new may stand there. */
function requireNewest({ alle }: Protocolversies, { protocol, text, bestand }: Versiebron): void {
  const laatste = alle.at(-1);
  if (!laatste || laatste === protocol) return;
  throw new OngeldigeVersies([
    `${plaatsIn(text, bestand, ["geldigVanaf"])}: versie ${laatste.versie} in vervangen/ begint later dan versie ${protocol.versie}; verwacht de nieuwste versie in ${bestandsnaam}`,
  ]);
}

/** The name of a file as a reader of the message would type it. */
function shownName(file: URL): string {
  const path = fileURLToPath(file);
  const fromRoot = relative(fileURLToPath(new URL("../../", protocolDirectory)), path);
  return fromRoot.startsWith("..") ? path : fromRoot;
}
