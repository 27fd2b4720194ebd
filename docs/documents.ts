import { readFile } from "node:fs/promises";
import { readCoverage, readInputs } from "@ketenhub/annotations";
import { readProtocolFile } from "@ketenhub/protocol-file";
import { buildASTSchema, parse } from "graphql";
import { foutenDocument } from "./fouten-document.ts";
import { protocolDocument } from "./protocol-document.ts";
import { uitwisselingsmatrixDocument } from "./uitwisselingsmatrix-document.ts";
import { verwerkingsregisterDocument } from "./verwerkingsregister-document.ts";

/** The documents that are made from code, the schema and the protocol, by their path from the root. */
export async function madeDocuments(): Promise<Readonly<Record<string, string>>> {
  const { document, gegevens } = await readProtocolFile();
  const supergraph = await readFile(new URL("../schema/supergraph.graphql", import.meta.url), "utf8");
  const schema = buildASTSchema(parse(supergraph), { assumeValidSDL: true });
  const velden = readCoverage(schema, gegevens);
  return {
    "docs/fouten.md": foutenDocument(),
    "schema/uitwisselingsmatrix.md": uitwisselingsmatrixDocument(document, {
      velden,
      invoer: readInputs(schema),
    }),
    "schema/verwerkingsregister.json": verwerkingsregisterDocument(document),
    "schema/protocol/gegevensuitwisselingsprotocol.md": protocolDocument(document),
  };
}
