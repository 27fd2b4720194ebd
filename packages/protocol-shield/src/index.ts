export { Beslisser, type BeslisserOptions } from "./beslisser.ts";
export { type Coverage, OngedekteSchemadelen, readCoverage } from "./coverage.ts";
export type { GegevenVerwijzing } from "./gegeven-verwijzing.ts";
export { Inzage, type InzageRegel } from "./inzage.ts";
export type { OverNieuwkomer } from "./persoon-of.ts";
export { type PersoonVanMutatie, type ProtectedContext, protectSchema } from "./protect-schema.ts";
