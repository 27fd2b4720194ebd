export { Beslisser, type BeslisserOptions } from "./beslisser.ts";
export { Inzage, type InzageRegel } from "./inzage.ts";
export type { OverNieuwkomer } from "./persoon-of.ts";
export { type PersoonVanMutatie, type ProtectedContext, protectSchema } from "./protect-schema.ts";
