import type { ProtocolDocument } from "@ketenhub/protocol";
import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
} from "graphql";
import { resolvers, type Situatie } from "./wereld.ts";

type Path = readonly (string | number)[];

/** What the oracle says the answer is. */
export interface Orakelspreuk {
  readonly data: unknown;
  /** Every place that was refused, also inside what was emptied because of another. */
  readonly geweigerd: readonly Path[];
}

/** Whether the agreement opens something, read from its text in the slowest and plainest way there is. */
export function opent(
  document: ProtocolDocument,
  { afnemer, doel, feiten }: Situatie,
  gegeven: string,
  persoonId?: string,
): boolean {
  const articles = document.artikelen.filter(
    (artikel) =>
      artikel.partij === afnemer.partij &&
      artikel.rollen.includes(afnemer.rol) &&
      artikel.doelen.includes(doel) &&
      (artikel.lezen ?? []).includes(gegeven),
  );
  if (persoonId === undefined) return articles.length > 0;
  const keten = feiten[persoonId]?.keten;
  const relaties = (keten?.relaties ?? []).filter((relatie) => relatie.doel === doel);
  const holds: Record<string, boolean> = {
    betrokken: relaties.length > 0,
    "eigen-caseload": relaties.some(({ medewerkerId }) => medewerkerId === afnemer.medewerkerId),
    "eigen-gemeente": keten?.gemeente !== undefined && afnemer.gemeenten.includes(keten.gemeente),
    "eigen-dossier": afnemer.nieuwkomerId === persoonId,
    "eigen-taak": (keten?.openTaken ?? []).length > 0,
    toestemming: (keten?.toestemmingen ?? []).includes(gegeven),
  };
  return articles.some(({ voorwaarden }) =>
    voorwaarden.every((voorwaarde) => holds[String(voorwaarde)] === true),
  );
}

/** Which gegevens a field needs, read from the text of the schema. */
export function nodigVoor(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  args: Readonly<Record<string, unknown>>,
): readonly string[] {
  if (field.name === "__typename") return [];
  const returned = schema.getType(getNamedType(field.type).name);
  const nodes = [type.astNode, field.astNode, isObjectType(returned) ? returned.astNode : undefined];
  const texts = nodes.flatMap((node) =>
    (node?.directives ?? []).filter(({ name }: DirectiveNode) => name.value === "policy").map(print),
  );
  const own = texts.flatMap((text) => [...text.matchAll(/"lezen:([a-z-]+)"/g)].map(([, naam = ""]) => naam));
  return [...own, ...ingevuld(field.args, args)];
}

/** Executes with everything allowed, and nulls what the agreement refuses. Knows nothing of plans, shields and caches. */
export async function naief(
  schema: GraphQLSchema,
  document: ProtocolDocument,
  situatie: Situatie,
  text: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Orakelspreuk> {
  const { definitions } = parse(text);
  const operation = definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  const query = schema.getQueryType();
  if (!operation || !query) throw new Error("Nothing to execute.");
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue?.kind === Kind.BOOLEAN ? [[variable.name.value, defaultValue.value] as const] : [],
  );
  const run = new Uitvoering(schema, document, situatie, { ...Object.fromEntries(defaults), ...variables });
  for (const node of definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) run.fragments.set(node.name.value, node);
  const data = await run.object(query, operation.selectionSet, {}, []);
  return { data: data === leeg ? null : data, geweigerd: run.geweigerd };
}

// Private: a place that may not be null and is.
const leeg = Symbol("leeg");

class Uitvoering {
  readonly fragments = new Map<string, FragmentDefinitionNode>();
  readonly geweigerd: Path[] = [];
  readonly #schema: GraphQLSchema;
  readonly #document: ProtocolDocument;
  readonly #situatie: Situatie;
  readonly #variables: Readonly<Record<string, unknown>>;

  constructor(
    schema: GraphQLSchema,
    document: ProtocolDocument,
    situatie: Situatie,
    variables: Readonly<Record<string, unknown>>,
  ) {
    this.#schema = schema;
    this.#document = document;
    this.#situatie = situatie;
    this.#variables = variables;
  }

  async object(
    type: GraphQLObjectType,
    selection: SelectionSetNode,
    source: object,
    path: Path,
  ): Promise<unknown> {
    const asked = new Map<string, FieldNode[]>();
    this.#collect(selection, asked);
    const result: Record<string, unknown> = {};
    let isEmptied = false;
    for (const [key, nodes] of asked) {
      const value = await this.#field(type, nodes, source, [...path, key]);
      if (value === leeg) isEmptied = true;
      Object.defineProperty(result, key, { value: value === leeg ? null : value, enumerable: true });
    }
    return isEmptied ? leeg : result;
  }

  async #field(
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
    source: object,
    path: Path,
  ): Promise<unknown> {
    const [node] = nodes;
    if (!node) throw new Error("A key without a field.");
    if (node.name.value === "__typename") return type.name;
    const field = type.getFields()[node.name.value];
    if (!field) throw new Error(`${type.name} has no ${node.name.value}.`);
    const args = getArgumentValues(field, node, this.#variables);
    const persoonId = "nieuwkomerId" in source ? String(source.nieuwkomerId) : undefined;
    const nodig = nodigVoor(this.#schema, type, field, args);
    if (!nodig.every((gegeven) => opent(this.#document, this.#situatie, gegeven, persoonId))) {
      this.geweigerd.push(path);
      return isNonNullType(field.type) ? leeg : null;
    }
    const resolve = resolvers[type.name]?.[field.name];
    const kent = (id: string) => opent(this.#document, this.#situatie, "nieuwkomer", id);
    const value = resolve
      ? await resolve(source as never, args, { kent })
      : (source as Record<string, unknown>)[field.name];
    const within = {
      kind: Kind.SELECTION_SET,
      selections: nodes.flatMap((one) => one.selectionSet?.selections ?? []),
    } as const;
    return this.#complete(field.type, within, value, path);
  }

  async #complete(
    type: GraphQLOutputType,
    within: SelectionSetNode,
    value: unknown,
    path: Path,
  ): Promise<unknown> {
    const nullable = isNonNullType(type) ? type.ofType : type;
    const completed = await this.#value(nullable, within, value, path);
    return completed === null && isNonNullType(type) ? leeg : completed;
  }

  async #value(
    type: GraphQLOutputType,
    within: SelectionSetNode,
    value: unknown,
    path: Path,
  ): Promise<unknown> {
    if (value === null || value === undefined) return null;
    if (isListType(type)) {
      const items: unknown[] = [];
      for (const [index, item] of (value as unknown[]).entries())
        items.push(await this.#complete(type.ofType, within, item, [...path, index]));
      return items.includes(leeg) ? null : items;
    }
    if (!isObjectType(type)) return value;
    const object = await this.object(type, within, value as object, path);
    return object === leeg ? null : object;
  }

  #collect(selection: SelectionSetNode, asked: Map<string, FieldNode[]>): void {
    for (const node of selection.selections) {
      if (!this.#isIncluded(node.directives ?? [])) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        asked.set(key, [...(asked.get(key) ?? []), node]);
      } else {
        const set =
          node.kind === Kind.INLINE_FRAGMENT
            ? node.selectionSet
            : this.fragments.get(node.name.value)?.selectionSet;
        if (set) this.#collect(set, asked);
      }
    }
  }

  #isIncluded(directives: readonly DirectiveNode[]): boolean {
    return directives.every(({ name, arguments: given }) => {
      const value = given?.[0]?.value;
      const holds =
        value?.kind === Kind.BOOLEAN
          ? value.value
          : value?.kind === Kind.VARIABLE && this.#variables[value.name.value];
      return name.value === "skip" ? !holds : Boolean(holds);
    });
  }
}

function ingevuld(
  declared: readonly (GraphQLArgument | GraphQLInputField)[],
  values: Readonly<Record<string, unknown>>,
): readonly string[] {
  return declared.flatMap((input) => {
    const value = values[input.name];
    if (value === undefined) return [];
    const tags = (input.astNode?.directives ?? []).filter(({ name }) => name.value === "tag").map(print);
    const own = tags.flatMap((text) =>
      [...text.matchAll(/"lezen\/([a-z-]+)"/g)].map(([, naam = ""]) => naam),
    );
    const named = getNamedType(input.type);
    const items = (Array.isArray(value) ? value : [value]).filter(
      (item) => typeof item === "object" && item !== null,
    );
    const inner = isInputObjectType(named)
      ? items.flatMap((item) => ingevuld(Object.values(named.getFields()), item as Record<string, unknown>))
      : [];
    return [...own, ...inner];
  });
}
