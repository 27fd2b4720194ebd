import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
  type CompiledProtocol,
  compileProtocol,
  type Protocolversies,
  parseProtocol,
  versiesVan,
} from "@ketenhub/protocol";

/** Where the agreed protocol stands. */
export const protocolFile = new URL(
  "../../../schema/protocol/gegevensuitwisselingsprotocol.yaml",
  import.meta.url,
);

/** Reads and compiles the agreed protocol. Throws `OngeldigProtocol` with file and line when it cannot be used. */
export async function readProtocolFile(file: URL = protocolFile): Promise<CompiledProtocol> {
  return compileProtocol(parseProtocol(await readFile(file, "utf8"), fileURLToPath(file)));
}

/** Where the versions stand whose place a later one took. */
export const vervangenDirectory = new URL("vervangen/", protocolFile);

/** Reads and compiles the versions of the protocol that stand side by side. */
export async function readProtocolversies(): Promise<Protocolversies> {
  const vervangen = (await readdir(vervangenDirectory)).filter((name) => name.endsWith(".yaml")).sort();
  const files = [protocolFile, ...vervangen.map((name) => new URL(name, vervangenDirectory))];
  return versiesVan(await Promise.all(files.map((file) => readProtocolFile(file))));
}
