import { type GegevenVerwijzing, unique } from "@ketenhub/annotations";
import {
  type GraphQLField,
  type GraphQLInputField,
  getNamedType,
  isInputObjectType,
  isNonNullType,
} from "graphql";
import { coverage, inputs, objectType } from "./agreed.ts";
import { ownersOf } from "./owners.ts";
import { type Vraagveld, veldenVan } from "./vraagvelden.ts";

/** One way to ask for a mutation: with what it needs, with one thing more, or with one thing asked back. */
export interface Variant {
  readonly mutatie: string;
  readonly bronhouder: string;
  readonly inputtype: string;
  /** The inputs that are given. */
  readonly invoer: readonly GraphQLInputField[];
  /** Those of them that are tried, as the schema names them. */
  readonly delen: readonly string[];
  /** What is asked back: each field with those that it stands in. */
  readonly terug: readonly Weg[];
  /** What the order itself requires. */
  readonly schrijft: readonly GegevenVerwijzing[];
  /** Everything that it requires, the order before what it asks back. */
  readonly alles: readonly GegevenVerwijzing[];
  /** The same without what its bronhouder does not give itself. */
  readonly bijBron: Variant;
}

/** A field within a field within a field. */
export type Weg = readonly Vraagveld[];

/** Every way to ask for every mutation. */
export const varianten: readonly Variant[] = Object.values(objectType("Mutation").getFields()).flatMap(
  vormen,
);

/** Several variants of the same mutation as one order. */
export function samen(eerste: Variant, rest: readonly Variant[]): Variant {
  const alle = [eerste, ...rest];
  return metAlles({
    ...eerste,
    invoer: [...new Set(alle.flatMap(({ invoer }) => invoer))],
    delen: alle.flatMap(({ delen }) => delen),
    terug: alle.flatMap(({ terug }) => terug),
    schrijft: unique(alle.flatMap(({ schrijft }) => schrijft)),
  });
}

// Private.
function vormen(field: GraphQLField<unknown, unknown>): readonly Variant[] {
  const [argument] = field.args;
  const type = argument && getNamedType(argument.type);
  if (!type || !isInputObjectType(type) || field.args.length !== 1 || argument.name !== "input")
    throw new Error(`Say in the matrix how ${field.name} is asked.`);
  const velden = Object.values(type.getFields());
  const nodig = velden.filter((veld) => isNonNullType(veld.type));
  const vorm = (invoer: Velden, geprobeerd: Velden, terug: readonly Weg[]) =>
    metAlles({
      mutatie: field.name,
      bronhouder: ownersOf("Mutation", field.name)[0] ?? "",
      inputtype: type.name,
      invoer,
      delen: geprobeerd.map(({ name }) => `${type.name}.${name}`),
      terug,
      schrijft: unique([
        ...(coverage.get(`Mutation.${field.name}`) ?? []),
        ...invoer.flatMap(({ name }) => inputs.get(`${type.name}.${name}`) ?? []),
      ]),
    });
  return [
    vorm(nodig, nodig, []),
    ...velden.filter((veld) => !nodig.includes(veld)).map((extra) => vorm([...nodig, extra], [extra], [])),
    ...terugVan(field).map((weg) => vorm(nodig, [], [weg])),
  ];
}

type Velden = readonly GraphQLInputField[];

function metAlles(variant: Omit<Variant, "alles" | "bijBron">): Variant {
  const isEigen = ({ type, veld }: Vraagveld) => ownersOf(type, veld).includes(variant.bronhouder);
  const eigenTerug = variant.terug.map((weg) => weg.filter(isEigen));
  const bijBron: Variant = {
    ...variant,
    terug: eigenTerug,
    alles: allesVan(variant.schrijft, eigenTerug),
    get bijBron() {
      return bijBron;
    },
  };
  return { ...variant, alles: allesVan(variant.schrijft, variant.terug), bijBron };
}

function allesVan(schrijft: Variant["schrijft"], terug: readonly Weg[]): readonly GegevenVerwijzing[] {
  const vraagt = terug.flat().flatMap(({ type, veld }) => coverage.get(`${type}.${veld}`) ?? []);
  return [...schrijft, ...unique(vraagt)];
}

/** Every field that can be asked back, with the way to it; of a nieuwkomer not what stands deeper. */
function terugVan(field: GraphQLField<unknown, unknown>): readonly Weg[] {
  const wegen = (velden: readonly Vraagveld[], boven: Weg): readonly Weg[] =>
    velden.flatMap((veld) => {
      const weg = [...boven, veld];
      const isEinde = veld.binnen.length === 0 || veld.type === "Nieuwkomer";
      return isEinde ? [weg] : [weg, ...wegen(veld.binnen, weg)];
    });
  return wegen(veldenVan(getNamedType(field.type).name), []);
}
