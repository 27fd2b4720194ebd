import { readFile } from "node:fs/promises";
import { readCoverage, readInputs } from "@ketenhub/annotations";
import { readProtocolFile } from "@ketenhub/protocol-file";
import { buildASTSchema, parse } from "graphql";

/** What every field, argument and input field of the contract requires, by its coordinate: `lezen:uitkering`. */
export async function readSchemaGegevens(): Promise<Readonly<Record<string, readonly string[]>>> {
  const { gegevens } = await readProtocolFile();
  const supergraph = await readFile(new URL("supergraph.graphql", import.meta.url), "utf8");
  const schema = buildASTSchema(parse(supergraph), { assumeValidSDL: true });
  const required = [...readCoverage(schema, gegevens), ...readInputs(schema)]
    .map(
      ([coordinate, all]) =>
        [coordinate, all.map(({ actie, gegeven }) => `${actie}:${gegeven}`).sort()] as const,
    )
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(required);
}
