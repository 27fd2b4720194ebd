import { readSupergraph } from "@ketenhub/gateway";
import { Kind, parse, print, visit } from "graphql";
import { withoutPolicyMark } from "../../../gateway/src/supergraph.ts";

/** The supergraph over the subgraphs at these addresses, without the proof that protection asks for: there is nothing to prove. */
export async function openSupergraph(urls: Readonly<Record<string, string>>): Promise<string> {
  const supergraph = parse(withoutPolicyMark(await readSupergraph()), { noLocation: true });
  return print(
    visit(supergraph, {
      FieldDefinition: ({ name }) => (name.value === "toegang" ? null : undefined),
      Argument: ({ name }) => (name.value === "requires" ? null : undefined),
      Directive: (directive) => {
        if (directive.name.value !== "join__graph") return undefined;
        const naam = directive.arguments?.find(({ name }) => name.value === "name")?.value;
        const value = naam?.kind === Kind.STRING ? urls[naam.value] : undefined;
        if (!value) throw new Error("There is a subgraph in the supergraph that was not started.");
        const url = { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: "url" } } as const;
        const kept = directive.arguments?.filter(({ name }) => name.value !== "url") ?? [];
        return { ...directive, arguments: [...kept, { ...url, value: { kind: Kind.STRING, value } }] };
      },
    }),
  );
}
