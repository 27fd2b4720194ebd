import { createHash } from "node:crypto";
import type { KetenFeiten } from "@ketenhub/protocol";
import { z } from "zod";

/** To whom a toegang is given. Bound to one token: a stolen toegang is worth nothing with another. */
export interface Beller {
  readonly issuer: string;
  readonly azp: string;
  readonly sub: string;
  readonly jti: string;
  readonly partij: string;
  readonly rol: string;
}

/** To whom and for what toegangen are given in one request. */
export interface Uitgifte {
  readonly beller: Beller;
  readonly doel: string;
  readonly protocolversie: string;
  /** For which gemeenten the caller works. */
  readonly gemeenten: readonly string[];
  /** On which conditions a decision of a bronhouder about this caller and doel can depend; none when it shares nothing with him. */
  readonly weegt: (bronhouder: string) => ReadonlySet<string>;
  /** For how many days after its last day a ketenrelatie for this doel still counts for reading; none, unless told otherwise. */
  readonly naloop?: number;
}

/** What the gemeente says about one caller and one person, for one doel. */
export interface Toegang extends Uitgifte {
  readonly persoonId: string;
  readonly feiten: KetenFeiten;
}

/** How long a toegang is valid: as long as one request may take, and no longer, because ending a ketenrelatie does not recall it. */
export const geldigheidInSeconden = 20;

/**
 * What the gemeente says about persons of whom the same is known, with short names because it travels with every one of them; what
 * is not known of them is left out. To whom it was given, and for what, is bound into its seal; which persons they are stands in the
 * persoonsbewijs of each.
 */
export const Verklaring = z.strictObject({
  /** The gemeente of the persons. */
  g: z.string().optional(),
  /** Ketenrelaties that count: doel, first day, last day and employee; `null` where there is none. */
  r: z.array(z.tuple([z.string(), z.string(), z.string().nullable(), z.string().nullable()])).optional(),
  /** Consents. */
  t: z.array(z.string()).optional(),
  /** The leefgebieden on which the partij has an open task. */
  k: z.array(z.string()).optional(),
  /** Until when, in seconds since the epoch. */
  e: z.int(),
});
export type Verklaring = z.infer<typeof Verklaring>;

/** What a seal fits: one bronhouder, one caller, one doel and one version of the protocol. */
export function gebondenAan(
  bronhouder: string,
  { beller, doel, protocolversie }: Pick<Uitgifte, "beller" | "doel" | "protocolversie">,
): string {
  return JSON.stringify([bronhouder, vingerafdruk(beller), doel, protocolversie]);
}

/** The caller as a short fingerprint: names nobody, and fits only the same token, partij and rol. */
export function vingerafdruk(beller: Beller): string {
  const known = vingerafdrukken.get(beller) ?? maakVingerafdruk(beller);
  vingerafdrukken.set(beller, known);
  return known;
}

// Private: one request asks it for every person, with the same object.
const vingerafdrukken = new WeakMap<Beller, string>();

function maakVingerafdruk({ issuer, azp, sub, jti, partij, rol }: Beller): string {
  return createHash("sha256")
    .update(JSON.stringify([issuer, azp, sub, jti, partij, rol]))
    .digest("base64url")
    .slice(0, 22);
}
