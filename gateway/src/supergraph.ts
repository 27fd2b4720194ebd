import { readFile } from "node:fs/promises";
import { Supergraph } from "@apollo/federation-internals";
import { type DocumentNode, parse, printSchema } from "graphql";

/** The composed schema that is committed, checked for drift by `npm run compose -- --check`. */
const supergraphFile = new URL("../../schema/supergraph.graphql", import.meta.url);

/** Reads the composed schema. */
export function readSupergraph(): Promise<string> {
  return readFile(supergraphFile, "utf8");
}

/** The names of the subgraphs in a composed schema. */
export function subgraphNamesOf(supergraphSdl: string): readonly string[] {
  return Supergraph.build(supergraphSdl, { supportedFeatures: null })
    .subgraphsMetadata()
    .map(({ name }) => name);
}

/**
 * The composed schema as @apollo/gateway accepts it. The gateway refuses a supergraph with `@policy`, because it would not enforce
 * it; here every bronhouder enforces it itself, so the mark that makes the gateway refuse is taken off that one feature. Any
 * other security feature keeps its mark: a future one must not be ignored because this one is.
 */
export function withoutPolicyMark(supergraphSdl: string): string {
  const marked = /(@link\(url: "https:\/\/specs\.apollo\.dev\/policy\/v0\.\d+"), for: SECURITY\)/g;
  return supergraphSdl.replace(marked, "$1)");
}

/** What clients see of a composed schema, when nothing is refused to them. */
export function apiDocumentOf(supergraphSdl: string): DocumentNode {
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: null });
  return parse(printSchema(supergraph.apiSchema().toGraphQLJSSchema()), { noLocation: true });
}
