import type { Caller } from "@ketenhub/identity";
import type { KetenFeiten } from "@ketenhub/protocol";
import { type Beller, type Sleutel, toegangLezer } from "@ketenhub/toegang";

/** Where a bronhouder keeps, per request, what the gemeente proved about persons. */
export interface Toegangen {
  /** Takes in what came with a person. An invalid proof spoils that person for the whole request. */
  add(persoonId: string, toegang: unknown): void;
  /** The proven facts; nothing when there is no proof, or one that is not valid. */
  feitenVan(persoonId: string): KetenFeiten | undefined;
  /** Whether something came that pretends to be a proof and is not. */
  isBedorven(persoonId: string): boolean;
}

/** To whom a toegang must have been given for it to count in this request. For one caller always the same object. */
export function bellerOf(caller: Caller): Beller {
  const known = bellers.get(caller) ?? maakBeller(caller);
  bellers.set(caller, known);
  return known;
}

const bellers = new WeakMap<Caller, Beller>();

function maakBeller({ claims, afnemer }: Caller): Beller {
  const { issuer, azp, sub, jti } = claims;
  return { issuer, azp, sub, jti, partij: afnemer.partij, rol: afnemer.rol };
}

/** Verifies each toegang of a request for one bronhouder. */
export function createToegangen(
  bronhouder: string,
  sleutels: readonly Sleutel[],
  caller: Caller,
  protocolversie: string,
  moment: Date,
): Toegangen {
  const verwachting = { beller: bellerOf(caller), doel: caller.doel, protocolversie };
  const lees = toegangLezer(bronhouder, sleutels, verwachting, moment);
  const feiten = new Map<string, KetenFeiten>();
  const bedorven = new Set<string>();
  return {
    add(persoonId, toegang) {
      if (toegang === undefined || toegang === null) return;
      const verified = typeof toegang === "string" ? lees(toegang, persoonId) : undefined;
      if (verified) feiten.set(persoonId, verified);
      else bedorven.add(persoonId);
    },
    feitenVan: (persoonId) => (bedorven.has(persoonId) ? undefined : feiten.get(persoonId)),
    isBedorven: (persoonId) => bedorven.has(persoonId),
  };
}
