import { readFile } from "node:fs/promises";
import { type Coverage, readCoverage, readInputs } from "@ketenhub/annotations";
import { readProtocolFile } from "@ketenhub/protocol-file";
import { buildASTSchema, parse } from "graphql";

const supergraph = new URL("../../../schema/supergraph.graphql", import.meta.url);

/** What every field, argument and input field of the API requires, by its coordinate. */
export async function leesVelden(): Promise<Coverage> {
  // The schema is covered by the newest version, whichever version is asked.
  const { gegevens } = await readProtocolFile();
  const schema = buildASTSchema(parse(await readFile(supergraph, "utf8")), { assumeValidSDL: true });
  return new Map([...readCoverage(schema, gegevens), ...readInputs(schema)]);
}
