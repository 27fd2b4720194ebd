import { type Coverage, type GegevenVerwijzing, usedInputs } from "@ketenhub/annotations";
import {
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
} from "graphql";
import { asError, asFailedDecision } from "./as-error.ts";
import type { Beslisser } from "./beslisser.ts";
import { createExamineMutation } from "./examine-mutation.ts";
import { answerKnownYes } from "./known-yes.ts";
import { persoonOf } from "./persoon-of.ts";
import { allow, applyMiddleware, deny, rule, shield } from "./shield.ts";

/** What the rules need to find in the context of a request. */
export interface ProtectedContext {
  readonly beslisser: Beslisser;
}

/** For whom a mutation is: by its name, from its arguments. Nobody when what it names does not exist. */
export type PersoonVanMutatie<C> = Readonly<
  // biome-ignore lint/suspicious/noExplicitAny: the arguments of a mutation are as its SDL says, which differs by mutation.
  Record<string, (args: any, context: C) => Promise<string | undefined>>
>;

/**
 * The schema with a rule on every field, made from what the schema says and decided by the protocol. There is one generic rule;
 * nothing is expressed in shield's combinators, whose caching and negation open more than they say.
 */
export function protectSchema<C extends ProtectedContext>(
  schema: GraphQLSchema,
  coverage: Coverage,
  persoonVanMutatie: PersoonVanMutatie<C>,
): GraphQLSchema {
  const objectTypes = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !isIntrospectionType(type),
  );
  const whole = createExamineMutation(coverage, persoonVanMutatie);
  const examineMutation: Examine<C> = (_parent, _args, context, info) => whole(context, info);
  const tree = Object.fromEntries(
    objectTypes.map((type) => [
      type.name,
      Object.fromEntries(
        Object.keys(type.getFields()).map((name) => [
          name,
          ruleFor(type.name, coverage.get(`${type.name}.${name}`), examineMutation),
        ]),
      ),
    ]),
  );
  // Shield returns what a resolver throws: if that is no error, it would become the value of the field.
  const guarded = applyMiddleware(schema, shield(tree, { fallbackRule: deny, fallbackError: asError }));
  return answerKnownYes(guarded, schema, coverage);
}

// Private: a field that is not in the coverage is denied; one that is there without requirements is plumbing.
function ruleFor<C extends ProtectedContext>(
  typeName: string,
  required: readonly GegevenVerwijzing[] | undefined,
  examineMutation: Examine<C>,
) {
  if (!required) return deny;
  if (required.length === 0) return allow;
  const examine =
    typeName === "Mutation"
      ? examineMutation
      : typeName === "Query"
        ? examineQuery(required)
        : examineField(required);
  return rule({ cache: "no_cache" })(async (parent, args, context: C, info) => {
    try {
      return (await examine(parent, args, context, info)) ?? true;
    } catch (error) {
      // Shield would turn what is thrown into a bare no; returned, it is a no that the log can explain.
      return asFailedDecision(error);
    }
  });
}

type Examine<C> = (
  parent: unknown,
  args: Record<string, unknown>,
  context: C,
  info: GraphQLResolveInfo,
) => Promise<Error | undefined>;

/** A root field that reads: without an article it is refused; for whom it holds is up to its resolver, in SQL. */
function examineQuery<C extends ProtectedContext>(required: readonly GegevenVerwijzing[]): Examine<C> {
  return async (_parent, args, { beslisser }, info) => {
    for (const verwijzing of [...required, ...usedInputs(declaredArguments(info), args)]) {
      const beslissing = beslisser.statisch(verwijzing);
      if (beslissing.uitkomst === "geweigerd") return beslisser.weigering(verwijzing, beslissing);
    }
    return undefined;
  };
}

/** Any other field: decided about the person whose fact it is, or as a figure when it is nobody's. */
function examineField<C extends ProtectedContext>(required: readonly GegevenVerwijzing[]): Examine<C> {
  return async (parent, args, { beslisser }, info) => {
    const persoonId = persoonOf(parent);
    const all = [...required, ...usedInputs(declaredArguments(info), args)];
    if (persoonId !== undefined) return beslisser.verantwoord(all, persoonId);
    for (const verwijzing of all) {
      const beslissing = beslisser.geaggregeerd(verwijzing);
      if (beslissing.uitkomst !== "toegestaan") return beslisser.weigering(verwijzing, beslissing);
    }
    return undefined;
  };
}

function declaredArguments(info: GraphQLResolveInfo) {
  return info.parentType.getFields()[info.fieldName]?.args ?? [];
}
