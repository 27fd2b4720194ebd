import type { Coverage, GegevenVerwijzing } from "@ketenhub/annotations";
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
} from "graphql";
import { asError } from "./as-error.ts";
import { givesObjects, withFacts } from "./facts-first.ts";
import { persoonOf } from "./persoon-of.ts";
import type { ProtectedContext } from "./protect-schema.ts";

type Resolve = GraphQLFieldResolver<unknown, ProtectedContext>;
type Field = GraphQLField<unknown, ProtectedContext>;

/**
 * Lets a field of an object go straight to its resolver when the Beslisser already knows the yes that shield's rule would come to:
 * shield makes every field wait several times, also a text in a row that is there. What is not that yes goes through shield: a no,
 * a person of whom the facts are not in yet, a figure, a field with arguments, every field of Query and Mutation, and a field that
 * is not in the coverage.
 */
export function answerKnownYes(
  guarded: GraphQLSchema,
  open: GraphQLSchema,
  coverage: Coverage,
): GraphQLSchema {
  const sameList = interning();
  const roots = [guarded.getQueryType(), guarded.getMutationType(), guarded.getSubscriptionType()];
  for (const type of Object.values(guarded.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    const openFields = (open.getType(type.name) as GraphQLObjectType).getFields();
    for (const field of Object.values(type.getFields()) as Field[]) {
      const required = coverage.get(`${type.name}.${field.name}`);
      const shielded = field.resolve;
      if (!required || !shielded) continue;
      const isPlumbing = required.length === 0;
      const resolve = (openFields[field.name]?.resolve ?? defaultFieldResolver) as Resolve;
      if (roots.includes(type))
        field.resolve = isPlumbing && givesObjects(field) ? factsFirst(shielded) : shielded;
      else if (isPlumbing) field.resolve = givesObjects(field) ? factsFirst(resolve) : resolve;
      else if (field.args.length === 0) field.resolve = shortcut(sameList(required), resolve, shielded);
    }
  }
  return guarded;
}

// Private.
function factsFirst(resolve: Resolve): Resolve {
  return (parent, args, context, info) => withFacts(resolve(parent, args, context, info), context.beslisser);
}

function shortcut(required: readonly GegevenVerwijzing[], resolve: Resolve, shielded: Resolve): Resolve {
  return (parent, args, context, info) => {
    const persoonId = persoonOf(parent);
    if (persoonId === undefined || !context.beslisser.verantwoordDirect(required, persoonId)) {
      return shielded(parent, args, context, info);
    }
    try {
      const value = resolve(parent, args, context, info);
      return value instanceof Promise ? value.catch(throwAsError) : value;
    } catch (thrown) {
      return throwAsError(thrown);
    }
  };
}

function throwAsError(thrown: unknown): never {
  throw asError(thrown);
}

/** Gives for lists that say the same always the same one, so that a decision for one field serves another. */
function interning(): (list: readonly GegevenVerwijzing[]) => readonly GegevenVerwijzing[] {
  const known = new Map<string, readonly GegevenVerwijzing[]>();
  return (list) => {
    const sleutel = list.map(({ actie, gegeven }) => `${actie}:${gegeven}`).join(" ");
    const same = known.get(sleutel) ?? list;
    known.set(sleutel, same);
    return same;
  };
}
