import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  valueFromASTUntyped,
  visit,
} from "graphql";

/** A subgraph as it goes into the composition. */
export interface ComposedSubgraph {
  readonly name: string;
  readonly typeDefs: DocumentNode;
}

/** The directives that this hub knows how to enforce, by the only name that it looks for. */
const known = new Set(["key", "shareable", "inaccessible", "external", "requires", "policy", "tag"]);
const builtIn = new Set(["link", "deprecated", "specifiedBy"]);

/** What may stand in a key or a requirement: what is about nobody. No fact travels from one bronhouder to another. */
const mayTravel: Readonly<Record<string, string>> = { key: "id", requires: "toegang" };

const federation = /^https:\/\/specs\.apollo\.dev\/federation\/v2\.\d+$/;

/**
 * What composition lets pass and this hub does not, a line for each: a directive under another name, of its own making, or that nobody
 * here enforces; a key or a requirement that is a fact about somebody; and a field for which one subgraph asks less than another,
 * for each of them decides alone about what it answers.
 */
export function lintSubgraphs(subgraphs: readonly ComposedSubgraph[]): readonly string[] {
  return [...subgraphs.flatMap(directivesOf), ...unequalFields(subgraphs)];
}

// Private.
function directivesOf({ name: subgraph, typeDefs }: ComposedSubgraph): readonly string[] {
  const problems: string[] = [];
  visit(typeDefs, {
    DirectiveDefinition: ({ name }) => {
      problems.push(
        `${subgraph}: @${name.value} is defined here; expected it to be imported from the federation specification`,
      );
    },
    Directive: (node) => {
      const { name } = node;
      if (name.value === "link") problems.push(...linkProblems(subgraph, node as ConstDirectiveNode));
      else if (!known.has(name.value) && !builtIn.has(name.value))
        problems.push(`${subgraph}: @${name.value} is not enforced by this hub; expected ${names(known)}`);
      const expected = mayTravel[name.value];
      const fields = argumentOf(node as ConstDirectiveNode, "fields");
      if (expected !== undefined && fields !== expected)
        problems.push(
          `${subgraph}: @${name.value}(fields: "${fields}") takes a fact along; expected "${expected}"`,
        );
    },
  });
  return problems;
}

function linkProblems(subgraph: string, node: ConstDirectiveNode): readonly string[] {
  const url = String(argumentOf(node, "url"));
  if (!federation.test(url)) return [`${subgraph}: @link to ${url} is not enforced by this hub`];
  const imports = argumentOf(node, "import");
  const renamed = (Array.isArray(imports) ? imports : []).filter((one) => typeof one !== "string");
  return [
    ...(argumentOf(node, "as") === undefined
      ? []
      : [`${subgraph}: the federation specification has another name here`]),
    ...renamed.map((one) => `${subgraph}: ${JSON.stringify(one)} has another name here; expected its own`),
  ];
}

function argumentOf(node: ConstDirectiveNode, name: string): unknown {
  const argument = node.arguments?.find((one) => one.name.value === name);
  return argument && valueFromASTUntyped(argument.value);
}

/** The fields that several subgraphs have, and for which they do not ask the same. */
function unequalFields(subgraphs: readonly ComposedSubgraph[]): readonly string[] {
  const asked = new Map<string, Map<string, string>>();
  for (const { name, typeDefs } of subgraphs) {
    for (const [coordinate, gegevens] of gegevensOf(typeDefs)) {
      const bySubgraph = asked.get(coordinate) ?? new Map<string, string>();
      asked.set(coordinate, bySubgraph.set(name, [...gegevens].sort().join(" + ") || "nothing"));
    }
  }
  return [...asked].flatMap(([coordinate, bySubgraph]) =>
    new Set(bySubgraph.values()).size < 2
      ? []
      : [
          `${coordinate}: ${[...bySubgraph].map(([name, text]) => `${name} asks ${text}`).join(", ")}; expected the same`,
        ],
  );
}

/** What a subgraph asks for each field: on the field, on its type, and on every extension of that type. */
function gegevensOf({ definitions }: DocumentNode): ReadonlyMap<string, ReadonlySet<string>> {
  const types = definitions.filter(isObject);
  const found = new Map<string, Set<string>>();
  for (const { name, fields = [] } of types) {
    const ofType = types.filter((one) => one.name.value === name.value).flatMap(policiesOf);
    for (const field of fields) {
      if (isAnsweredElsewhere(field)) continue;
      const coordinate = `${name.value}.${field.name.value}`;
      found.set(coordinate, new Set([...(found.get(coordinate) ?? []), ...ofType, ...policiesOf(field)]));
    }
  }
  return found;
}

function isAnsweredElsewhere({ directives = [] }: FieldDefinitionNode): boolean {
  return directives.some(({ name }) => name.value === "external");
}

function isObject(node: DefinitionNode) {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;
}

function policiesOf({ directives = [] }: Pick<FieldDefinitionNode, "directives">): readonly string[] {
  return directives
    .filter(({ name }) => name.value === "policy")
    .map((node) => argumentOf(node, "policies"))
    .flat(2)
    .map(String);
}

function names(of: ReadonlySet<string>): string {
  return [...of].map((name) => `@${name}`).join(", ");
}
