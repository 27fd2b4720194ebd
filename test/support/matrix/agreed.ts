import { readFile } from "node:fs/promises";
import { readCoverage, readInputs } from "@ketenhub/annotations";
import { readProtocolversies } from "@ketenhub/protocol-file";
import {
  buildASTSchema,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isObjectType,
  parse,
} from "graphql";

const sdl = await readFile(new URL("../../../schema/supergraph.graphql", import.meta.url), "utf8");

/** The moment at which everything in the matrix is decided; what begins and ends in it lies days away. */
export const moment = new Date();

/** The version of the protocol in force. */
export const protocol = (await readProtocolversies()).op(moment);

/** The composed schema, with its annotations. */
export const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });

/** What every output field requires. */
export const coverage = readCoverage(schema, protocol.gegevens);

/** What every argument and input field requires. */
export const inputs = readInputs(schema);

/** The object type of this name. */
export function objectType(name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`The composed schema has no object type ${name}.`);
  return type;
}

/** The object type that a field returns, in a list or not; nothing for a leaf. */
export function returnedObject(type: GraphQLOutputType): GraphQLObjectType | undefined {
  const named = getNamedType(type);
  return isObjectType(named) ? named : undefined;
}
