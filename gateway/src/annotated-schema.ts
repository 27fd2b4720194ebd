import { type Coverage, readCoverage } from "@ketenhub/annotations";
import { buildASTSchema, type GraphQLSchema, parse } from "graphql";

/** The composed schema with what it says about the protocol: what every field, argument and input requires. */
export interface AnnotatedSchema {
  readonly schema: GraphQLSchema;
  readonly coverage: Coverage;
}

/**
 * Reads the annotations of the composed schema, the same way as every subgraph reads its own. Throws `OngedekteSchemadelen` when a
 * field has none, or names a gegeven that nobody agreed on: what the gateway cannot place it would let through.
 */
export function readAnnotatedSchema(supergraphSdl: string, gegevens: ReadonlySet<string>): AnnotatedSchema {
  const schema = buildASTSchema(parse(supergraphSdl), { assumeValidSDL: true });
  return { schema, coverage: readCoverage(schema, gegevens) };
}
