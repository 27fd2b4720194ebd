import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type CompiledProtocol, compileProtocol, parseProtocol } from "@ketenhub/protocol";

/** Where the agreed protocol stands. */
export const protocolFile = new URL(
  "../../../schema/protocol/gegevensuitwisselingsprotocol.yaml",
  import.meta.url,
);

/** Reads and compiles the agreed protocol. Throws `OngeldigProtocol` with file and line when it cannot be used. */
export async function readProtocolFile(file: URL = protocolFile): Promise<CompiledProtocol> {
  return compileProtocol(parseProtocol(await readFile(file, "utf8"), fileURLToPath(file)));
}
