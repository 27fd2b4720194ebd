export {
  type Dossier,
  type Feiten,
  geenFeiten,
  geldt,
  gewogenBij,
  type InzageDoorPartij,
  inWoorden,
  type KetenFeiten,
  type Ketenrelatie as KetenrelatieFeit,
  openlijkePartijen,
  peilVan,
  type Recht,
  type RechtOpGegeven,
  rechtenVan,
  toegangTot,
  uitlegVan,
  type Voorwaarde,
  type WieZietWat,
  wieZietWat,
} from "@ketenhub/protocol";
export type { OverNieuwkomer, PersoonVanMutatie } from "@ketenhub/protocol-shield";
export { alternativesInSql } from "./alternatieven-in-sql.ts";
export { requireGemeente, requirePeildatum, zietKleineAantallen } from "./cijfers.ts";
export { readSubgraphConfig, type SubgraphConfig } from "./config.ts";
export {
  type Connection,
  cursorOf,
  largestPage,
  type PageArguments,
  readCursor,
  rowsToFetch,
  toConnection,
} from "./connection.ts";
export type { SubgraphContext, Vraag } from "./context.ts";
export { mergeResolvers, type Resolvers, type SubgraphDefinition } from "./definition.ts";
export { groupBy } from "./group-by.ts";
export { Idempotentie, idempotentieTabel, onceOnly } from "./idempotentie.ts";
export { isKetenId } from "./keten-id.ts";
export { type NieuwkomerRef, nieuwkomerRef, partnerNieuwkomerResolvers } from "./nieuwkomer-ref.ts";
export { type EigenRegister, partnerFeiten } from "./partner-feiten.ts";
export { readInput } from "./read-input.ts";
export {
  type Dossierregister,
  type Dossierrij,
  openDossiers,
  type RegisterBereik,
  registerBereik,
  registerPage,
} from "./register-bereik.ts";
export { manyByKey, oneByKey } from "./row-loaders.ts";
export { runSubgraph } from "./run-subgraph.ts";
export { createProtectedSchema, readTypeDefs, requireCoverage } from "./schema.ts";
export { type RunningSubgraph, type SubgraphSurroundings, startSubgraph } from "./start-subgraph.ts";
export {
  type Cel,
  gemaskeerd,
  inIederGeval,
  isKlein,
  open,
  type Telling,
  uitsplitsing,
  verborgen,
} from "./telling.ts";
export { bellerOf } from "./toegangen.ts";
