import { usedInputs } from "@ketenhub/annotations";
import type { Geweigerd } from "@ketenhub/errors";
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { AnnotatedSchema } from "./annotated-schema.ts";
import type { Audience } from "./audience.ts";
import { isNeverIncluded } from "./never-included.ts";

/** One place in an answer, by its response key. */
export interface AskedField {
  readonly node: FieldNode;
  readonly type: GraphQLOutputType | undefined;
  readonly refusal: Geweigerd | undefined;
  /** What is asked of what it gives. */
  readonly within: AskedFields | undefined;
}

/** What is asked of an object, in the order of the answer. */
export interface AskedFields {
  readonly fields: Map<string, AskedField>;
  /** Whether something at this level or deeper has to be put in its place by the gateway. */
  hasOwnWork: boolean;
}

/** An operation with what is refused in it. */
export interface ExaminedOperation {
  readonly asked: AskedFields;
  /** Every node that must not be planned, also where `@include` or `@skip` leaves it out of this answer. */
  readonly refused: ReadonlySet<FieldNode>;
}

/** What one examination has at hand. */
export interface Examination {
  readonly annotated: AnnotatedSchema;
  readonly audience: Audience;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Decides for every field of an operation, by every way to select it, what can be decided before it is planned. */
export function examineOperation(
  operation: OperationDefinitionNode,
  examination: Examination,
): ExaminedOperation {
  const refused = new Set<FieldNode>();
  const root = examination.annotated.schema.getRootType(operation.operation);
  if (!root) throw new Error(`The schema has no ${operation.operation}.`);
  return { asked: new Examiner(examination, refused).selection(operation.selectionSet, root), refused };
}

// Private: a fragment has one type, so what is refused in it is refused wherever it is spread, and is examined once.
class Examiner {
  readonly #examination: Examination;
  readonly #refused: Set<FieldNode>;
  readonly #fragments = new Map<string, AskedFields>();

  constructor(examination: Examination, refused: Set<FieldNode>) {
    this.#examination = examination;
    this.#refused = refused;
  }

  selection({ selections }: SelectionSetNode, type: GraphQLObjectType): AskedFields {
    const asked: AskedFields = { fields: new Map(), hasOwnWork: false };
    for (const selection of selections) {
      if (isNeverIncluded(selection)) {
        asked.hasOwnWork = true;
        continue;
      }
      const found = this.#found(selection, type);
      // What is left out of the answer was still examined: it must not be planned either, and that leaves its traces here.
      asked.hasOwnWork ||= found.hasOwnWork;
      if (this.#isIncluded(selection)) merge(asked, found);
    }
    return asked;
  }

  #found(selection: SelectionNode, type: GraphQLObjectType): AskedFields {
    if (selection.kind === "Field") return this.#field(selection, type);
    if (selection.kind === "InlineFragment") return this.selection(selection.selectionSet, type);
    const known = this.#fragments.get(selection.name.value);
    if (known) return known;
    const fragment = this.#examination.fragments[selection.name.value];
    if (!fragment) throw new Error(`The operation has no fragment ${selection.name.value}.`);
    const found = this.selection(fragment.selectionSet, type);
    this.#fragments.set(selection.name.value, found);
    return found;
  }

  #field(node: FieldNode, type: GraphQLObjectType): AskedFields {
    const field = type.getFields()[node.name.value];
    const refusal = field && this.#refusalOf(node, field, type);
    if (refusal) this.#refused.add(node);
    const returned = field && getNamedType(field.type);
    const descends = !refusal && node.selectionSet && isObjectType(returned);
    const within = descends ? this.selection(node.selectionSet, returned) : undefined;
    const isIntrospection = node.name.value === "__schema" || node.name.value === "__type";
    return {
      fields: new Map([[node.alias?.value ?? node.name.value, { node, type: field?.type, refusal, within }]]),
      hasOwnWork: refusal !== undefined || isIntrospection || (within?.hasOwnWork ?? false),
    };
  }

  #refusalOf(node: FieldNode, field: GraphQLField<unknown, unknown>, type: GraphQLObjectType) {
    const { annotated, audience, variables } = this.#examination;
    const required = annotated.coverage.get(`${type.name}.${field.name}`);
    if (!required) throw new Error(`${type.name}.${field.name} is not in the coverage.`);
    const given = getArgumentValues(field, node, variables);
    return audience.refusal([...required, ...usedInputs(field.args, given)]);
  }

  #isIncluded(node: SelectionNode): boolean {
    const { variables } = this.#examination;
    if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.["if"] === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.["if"] !== false;
  }
}

/** Puts what one selection asks with what others ask of the same object. */
function merge(target: AskedFields, source: AskedFields): void {
  target.hasOwnWork ||= source.hasOwnWork;
  for (const [key, field] of source.fields) {
    const present = target.fields.get(key);
    if (!present) {
      target.fields.set(key, field);
    } else if (present.within && field.within && present.within !== field.within) {
      const within: AskedFields = {
        fields: new Map(present.within.fields),
        hasOwnWork: present.within.hasOwnWork,
      };
      merge(within, field.within);
      target.fields.set(key, { ...present, within });
    }
  }
}
