import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isUnionType,
} from "graphql";
import { OnbegrepenAnnotatie, policyOf, tagsOf } from "./annotations.ts";
import { type GegevenVerwijzing, unique } from "./gegeven-verwijzing.ts";
import { isPlumbingArgument, isPlumbingField } from "./plumbing.ts";

/** What every output field requires, by `Type.field`; an empty list is plumbing. */
export type Coverage = ReadonlyMap<string, readonly GegevenVerwijzing[]>;

/** The schema has a part that nobody agreed on. A process with such a schema does not start. */
export class OngedekteSchemadelen extends Error {
  readonly delen: readonly string[];

  constructor(delen: readonly string[]) {
    super(`The schema is not covered by the protocol:\n${delen.join("\n")}`);
    this.name = "OngedekteSchemadelen";
    this.delen = delen;
  }
}

/**
 * Reads from the schema which gegevens each field requires: its own, those of the type it stands in, and those of the type it
 * returns. Throws `OngedekteSchemadelen` naming every field, argument and input field without a gegeven, every gegeven that
 * the protocol lacks, and every interface and union, which graphql-shield would silently leave open.
 */
export function readCoverage(schema: GraphQLSchema, gegevens: ReadonlySet<string>): Coverage {
  const coverage = new Map<string, readonly GegevenVerwijzing[]>();
  const missing: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || type.name === "_Entity") continue;
    if (isInterfaceType(type) || isUnionType(type))
      missing.push(`${type.name}: interfaces and unions are not supported`);
    if (isInputObjectType(type))
      missing.push(...uncoveredInputs(type.name, Object.values(type.getFields()), gegevens));
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const where = `${type.name}.${field.name}`;
      coverage.set(where, requirements(type, field, gegevens, missing));
      // An argument that only says which, how many or from where needs no gegeven; an input field always does.
      const args = field.args.filter(({ name }) => !isPlumbingArgument(name));
      missing.push(...uncoveredInputs(where, args, gegevens));
    }
  }
  if (missing.length > 0) throw new OngedekteSchemadelen(missing);
  return coverage;
}

// Private.
function requirements(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  gegevens: ReadonlySet<string>,
  missing: string[],
): readonly GegevenVerwijzing[] {
  const where = `${type.name}.${field.name}`;
  try {
    const returned = getNamedType(field.type);
    const returnedPolicy = isObjectType(returned) ? policyOf(returned) : [];
    const own = [...policyOf(type), ...policyOf(field)];
    // What somebody did annotate is never plumbing.
    if (own.length === 0 && isPlumbingField(type.name, field)) return [];
    if (own.length === 0)
      missing.push(`${where}: no gegevenscategorie; expected @policy on the field or its type`);
    missing.push(...unknownGegevens(where, own, gegevens));
    return unique([...own, ...returnedPolicy]);
  } catch (error) {
    if (!(error instanceof OnbegrepenAnnotatie)) throw error;
    missing.push(`${where}: ${error.message}`);
    return [];
  }
}

function uncoveredInputs(
  where: string,
  inputs: readonly Parameters<typeof tagsOf>[0][],
  gegevens: ReadonlySet<string>,
): readonly string[] {
  return inputs.flatMap((input) => {
    const name = `${where}(${input.name})`;
    const isContainer = isInputObjectType(getNamedType(input.type));
    if (isContainer) return [];
    try {
      const tags = tagsOf(input);
      if (tags.length === 0)
        return [`${name}: no gegevenscategorie; expected @tag(name: "lezen/…" or "schrijven/…")`];
      return unknownGegevens(name, tags, gegevens);
    } catch (error) {
      if (!(error instanceof OnbegrepenAnnotatie)) throw error;
      return [`${name}: ${error.message}`];
    }
  });
}

function unknownGegevens(
  where: string,
  verwijzingen: readonly GegevenVerwijzing[],
  gegevens: ReadonlySet<string>,
) {
  return verwijzingen
    .filter(({ gegeven }) => !gegevens.has(gegeven))
    .map(({ gegeven }) => `${where}: the protocol has no gegeven ${gegeven}`);
}
