import type { Feiten } from "@ketenhub/protocol";
import type { PersoonVanMutatie } from "@ketenhub/protocol-shield";
import type { GraphQLScalarType } from "graphql";
import type { DataSource, MigrationInterface } from "typeorm";
import type { SubgraphContext, Vraag } from "./context.ts";

// biome-ignore lint/suspicious/noExplicitAny: parents and arguments are as the SDL says, which differs by field.
type Resolver<Loaders> = (parent: any, args: any, context: SubgraphContext<Loaders>) => unknown;
// biome-ignore lint/suspicious/noExplicitAny: a representation is a claim by a stranger, to be read with care.
type ReferenceResolver<Loaders> = (reference: any, context: SubgraphContext<Loaders>) => unknown;

/** Resolvers by type and field; `__resolveReference` finds an entity. */
export type Resolvers<Loaders> = Readonly<
  Record<
    string,
    | (Readonly<Record<string, Resolver<Loaders>>> & {
        readonly __resolveReference?: ReferenceResolver<Loaders>;
      })
    | GraphQLScalarType
  >
>;

/** All that makes one partner's subgraph different from another's. */
export interface SubgraphDefinition<Loaders> {
  /** The name of the subgraph, which is the id of its bronhouder in the protocol. */
  readonly naam: string;
  /** Where its SDL stands, a file per concept. */
  readonly schemaDirectory: URL;
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly resolvers: Resolvers<Loaders>;
  /** The loaders of one request. */
  createLoaders(dataSource: DataSource, vraag: Vraag): Loaders;
  /** What is known of persons when a decision is made, in their order; of many at once. */
  createFeiten(vraag: Vraag): (persoonIds: readonly string[]) => Promise<readonly Feiten[]>;
  /** For whom each mutation is. */
  readonly persoonVanMutatie: PersoonVanMutatie<SubgraphContext<Loaders>>;
}

/** Puts the resolvers of several concepts together. Throws when two of them resolve the same field. */
export function mergeResolvers<Loaders>(...parts: readonly Resolvers<Loaders>[]): Resolvers<Loaders> {
  const merged: Record<string, Record<string, unknown>> = {};
  for (const [type, fields] of parts.flatMap((part) => Object.entries(part))) {
    const target = merged[type] ?? {};
    merged[type] = target;
    for (const [field, resolve] of Object.entries(fields)) {
      if (Object.hasOwn(target, field)) throw new Error(`${type}.${field} is resolved twice.`);
      target[field] = resolve;
    }
  }
  return merged as Resolvers<Loaders>;
}
