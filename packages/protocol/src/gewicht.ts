import { lengteVan } from "./duur.ts";

/** Whether a change lets more through, less, or neither by itself. */
export type Gewicht = "verruiming" | "beperking" | "neutraal";

/** Says what it means that a property of the document goes from one value to another, different one. */
export type Weger = (eerst: unknown, nu: unknown) => Gewicht;

/** Words, days and numbers for people: they let nobody in. */
export const neutraal: Weger = () => "neutraal";

/** Whatever it becomes, somebody gets something that he did not have. */
export const andersIsRuimer: Weger = () => "verruiming";

/** More of a number or a duration, or yes after no, is wider. */
export const meerIsRuimer: Weger = (eerst, nu) => naarTeken(omvang(nu) - omvang(eerst));

/** Less of a number or a duration, or no after yes, is wider. */
export const minderIsRuimer: Weger = (eerst, nu) => naarTeken(omvang(eerst) - omvang(nu));

/** Something new among what was there is a widening, whatever else goes. */
export const nieuweIsRuimer: Weger = (eerst, nu) => {
  if (mist(eerst, nu)) return "verruiming";
  return mist(nu, eerst) ? "beperking" : "neutraal";
};

/** The same on fewer grounds is a widening; whether other grounds carry as much is for a lawyer to weigh. */
export const minderGrondIsRuimer: Weger = (eerst, nu) =>
  mist(nu, eerst) && !mist(eerst, nu) ? "verruiming" : "neutraal";

// Private.
function naarTeken(verschil: number): Gewicht {
  if (verschil === 0) return "neutraal";
  return verschil > 0 ? "verruiming" : "beperking";
}

/** A number, yes or no, or a duration; what is absent is nothing. */
function omvang(waarde: unknown): number {
  return typeof waarde === "string" ? lengteVan(waarde) : Number(waarde ?? 0);
}

/** Whether the one list lacks something of the other. */
function mist(een: unknown, ander: unknown): boolean {
  const aanwezig: readonly unknown[] = Array.isArray(een) ? een : [];
  return Array.isArray(ander) && ander.some((onderdeel) => !aanwezig.includes(onderdeel));
}
