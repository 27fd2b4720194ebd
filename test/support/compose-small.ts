import { composeServices } from "@apollo/composition";
import { parse } from "graphql";
import { lintSubgraphs } from "../../schema/lint-subgraphs.ts";

const imports = `["@key", "@shareable", "@inaccessible", "@external", "@requires", "@policy", "@tag"]`;

/** The first line of the SDL of a subgraph. */
export const linkTo = (imported = imports, version = "2.6") =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v${version}", import: ${imported})`;

/** What comes of composing subgraphs of a few lines, named a, b, c. */
export interface SmallComposition {
  readonly supergraphSdl: string | undefined;
  /** The codes with which composition refuses. */
  readonly errors: readonly string[];
  /** What this hub refuses, whatever composition says. */
  readonly lint: readonly string[];
}

/** Composes subgraphs of a few lines; one that does not begin with a `@link` gets the usual one. */
export function composeSmall(...texts: readonly string[]): SmallComposition {
  const services = texts.map((text, index) => {
    const name = "abc".charAt(index);
    const sdl = text.trimStart().startsWith("extend schema") ? text : `${linkTo()}\n${text}`;
    return { name, url: `http://${name}`, typeDefs: parse(sdl) };
  });
  const { supergraphSdl, errors = [] } = composeServices(services);
  return {
    supergraphSdl,
    errors: errors.map(({ extensions, message }) => String(extensions["code"] ?? message)),
    lint: lintSubgraphs(services),
  };
}

/** The policies of a field in a composed schema, as they are written there. */
export function policyIn(supergraphSdl: string | undefined, type: string, field: string): string | undefined {
  const body = new RegExp(`^type ${type}\\b[^{]*\\{(.*?)^\\}`, "ms").exec(supergraphSdl ?? "")?.[1] ?? "";
  const line = body.split("\n").find((one) => new RegExp(`^\\s*${field}\\b`).test(one)) ?? "";
  return /@policy\((.*?)\)(?:\s|$)/.exec(line)?.[1];
}
