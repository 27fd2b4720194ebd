import { type GegevenVerwijzing, usedInputs } from "@ketenhub/annotations";
import {
  type GraphQLField,
  type GraphQLInputField,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
} from "graphql";
import { coverage, objectType, protocol } from "./agreed.ts";
import { ownersOf } from "./owners.ts";
import { idVan, type PersoonMetRijen } from "./persoon.ts";
import { dagVanaf } from "./sjablonen.ts";
import { type Vraagveld, veldenVan } from "./vraagvelden.ts";

/** One way to ask for a mutation: with what it needs, one thing more, or one thing asked back. */
export interface Variant {
  readonly mutatie: string;
  readonly bronhouder: string;
  readonly inputtype: string;
  readonly invoer: Readonly<Record<string, unknown>>;
  /** The inputs that are tried, as the schema names them. */
  readonly delen: readonly string[];
  /** What is asked back: a field within a field. */
  readonly terug: readonly Vraagveld[];
  readonly schrijft: readonly GegevenVerwijzing[];
}

/** What the fields that a variant asks back require, in their order; of a subgraph those that it gives itself. */
export function vraagtVan({ terug }: Variant, subgraph?: string): readonly GegevenVerwijzing[] {
  const eigen = terug.filter(({ type, veld }) => !subgraph || ownersOf(type, veld).includes(subgraph));
  return eigen.flatMap(({ type, veld }) => coverage.get(`${type}.${veld}`) ?? []);
}

/**
 * Every way to ask for every mutation about a person. The key of the order is empty, so that whoever may give it hears that it is
 * not a good one, and nothing is carried out.
 */
export function variantenVan(persoon: PersoonMetRijen): readonly Variant[] {
  return Object.values(objectType("Mutation").getFields()).flatMap((field) => {
    const [argument] = field.args;
    const type = argument && getNamedType(argument.type);
    if (!type || !isInputObjectType(type) || field.args.length !== 1 || argument.name !== "input")
      throw new Error(`Say in the matrix how ${field.name} is asked.`);
    const velden = Object.values(type.getFields());
    const nodig = velden.filter((veld) => isNonNullType(veld.type));
    const maak = (
      gebruikt: readonly GraphQLInputField[],
      geprobeerd: readonly GraphQLInputField[],
      terug: readonly Vraagveld[],
    ): Variant => {
      const invoer = Object.fromEntries(gebruikt.map((veld) => [veld.name, waardeVan(veld, persoon)]));
      const delen = geprobeerd.map(({ name }) => `${type.name}.${name}`);
      const schrijft = [
        ...(coverage.get(`Mutation.${field.name}`) ?? []),
        ...usedInputs(field.args, { input: invoer }),
      ];
      const bronhouder = ownersOf("Mutation", field.name)[0] ?? "";
      return { mutatie: field.name, bronhouder, inputtype: type.name, invoer, delen, terug, schrijft };
    };
    return [
      maak(nodig, nodig, []),
      ...velden.filter((veld) => !nodig.includes(veld)).map((extra) => maak([...nodig, extra], [extra], [])),
      ...terugVan(field).map((terug) => maak(nodig, [], terug)),
    ];
  });
}

// Private: every field that can be asked back, with the way to it; of a nieuwkomer not what stands deeper.
function terugVan(field: GraphQLField<unknown, unknown>): readonly (readonly Vraagveld[])[] {
  const wegen = (
    velden: readonly Vraagveld[],
    boven: readonly Vraagveld[],
  ): readonly (readonly Vraagveld[])[] =>
    velden.flatMap((veld) => {
      const weg = [...boven, veld];
      return veld.binnen.length === 0 || veld.type === "Nieuwkomer"
        ? [weg]
        : [weg, ...wegen(veld.binnen, weg)];
    });
  return wegen(veldenVan(getNamedType(field.type).name), []);
}

/** A value for an input: the row of this person that it names, or anything of the right form. */
function waardeVan({ name, type }: GraphQLInputField, persoon: PersoonMetRijen): unknown {
  if (name === "idempotentieSleutel") return "";
  if (name === "nieuwkomerId") return persoon.id;
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  const vaste: Readonly<Record<string, unknown>> = {
    Int: 1,
    Boolean: true,
    String: "x",
    Date: dagVanaf(0),
    Partij: "niemand",
    Doelcode: "niets",
    Gegevencode: "niets",
  };
  if (named.name !== "ID") return vaste[named.name];
  const rijen = persoon.rijen[name.replace(/Id$/, "")];
  const eigen = rijen?.find(({ partij }) => partij === persoon.profiel.partij) ?? rijen?.[0];
  return eigen?.["id"] ?? idVan("geen rij", name, protocol.versie);
}
