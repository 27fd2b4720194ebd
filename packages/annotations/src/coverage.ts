import {
  type DocumentNode,
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
import { placesIn, type SdlPlaces } from "./sdl-places.ts";

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
 * the protocol lacks, and every interface and union, which graphql-shield would silently leave open; with file and line when
 * the SDL is given that the schema was made of.
 */
export function readCoverage(
  schema: GraphQLSchema,
  gegevens: ReadonlySet<string>,
  sdl?: DocumentNode,
): Coverage {
  const coverage = new Map<string, readonly GegevenVerwijzing[]>();
  const missing: string[] = [];
  const agreed: Agreed = { gegevens, places: placesIn(sdl) };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || type.name === "_Entity") continue;
    if (isInterfaceType(type) || isUnionType(type))
      missing.push(`${agreed.places.prefix(type.name)}${type.name}: interfaces and unions are not supported`);
    if (isInputObjectType(type))
      missing.push(...uncoveredInputs(type.name, Object.values(type.getFields()), agreed));
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const where = `${type.name}.${field.name}`;
      coverage.set(where, requirements(type, field, agreed, missing));
      // An argument that only says which, how many or from where needs no gegeven; an input field always does.
      const args = field.args.filter(({ name }) => !isPlumbingArgument(name));
      missing.push(...uncoveredInputs(where, args, agreed));
    }
  }
  if (missing.length > 0) throw new OngedekteSchemadelen(missing);
  return coverage;
}

// Private.
interface Agreed {
  readonly gegevens: ReadonlySet<string>;
  readonly places: SdlPlaces;
}

function requirements(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  agreed: Agreed,
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
      missing.push(
        `${agreed.places.prefix(where)}${where}: no gegevenscategorie; expected @policy on the field or its type`,
      );
    missing.push(...unknownGegevens(where, own, ":", agreed));
    return unique([...own, ...returnedPolicy]);
  } catch (error) {
    if (!(error instanceof OnbegrepenAnnotatie)) throw error;
    missing.push(`${agreed.places.prefix(where)}${where}: ${error.message}`);
    return [];
  }
}

function uncoveredInputs(
  where: string,
  inputs: readonly Parameters<typeof tagsOf>[0][],
  agreed: Agreed,
): readonly string[] {
  return inputs.flatMap((input) => {
    const name = `${where}(${input.name})`;
    const place = agreed.places.prefix(name);
    const isContainer = isInputObjectType(getNamedType(input.type));
    if (isContainer) return [];
    try {
      const tags = tagsOf(input);
      if (tags.length === 0)
        return [`${place}${name}: no gegevenscategorie; expected @tag(name: "lezen/…" or "schrijven/…")`];
      return unknownGegevens(name, tags, "/", agreed);
    } catch (error) {
      if (!(error instanceof OnbegrepenAnnotatie)) throw error;
      return [`${place}${name}: ${error.message}`];
    }
  });
}

function unknownGegevens(
  where: string,
  verwijzingen: readonly GegevenVerwijzing[],
  separator: ":" | "/",
  { gegevens, places }: Agreed,
) {
  return verwijzingen
    .filter(({ gegeven }) => !gegevens.has(gegeven))
    .map(
      ({ actie, gegeven }) =>
        `${places.prefix(where, `${actie}${separator}${gegeven}`)}${where}: the protocol has no gegeven ${gegeven}; expected one of ${[...gegevens].join(", ")}`,
    );
}
