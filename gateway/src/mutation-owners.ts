import { type GraphQLSchema, Kind } from "graphql";

/** Which bronhouder writes for each mutation, as the composed schema says. */
export function mutationOwnersOf(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  return new Map(fields.map(({ name, astNode }) => [name, graphOf(astNode?.directives ?? []) ?? "?"]));
}

// Private.
type Directives = NonNullable<
  NonNullable<ReturnType<GraphQLSchema["getMutationType"]>>["astNode"]
>["directives"];

function graphOf(directives: NonNullable<Directives>): string | undefined {
  const [value] = directives
    .filter(({ name }) => name.value === "join__field")
    .flatMap((directive) => directive.arguments ?? [])
    .flatMap((argument) => (argument.name.value === "graph" ? [argument.value] : []));
  return value?.kind === Kind.ENUM ? value.value : undefined;
}
