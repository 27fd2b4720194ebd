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

/** What the gemeente says about one caller and one person, for one doel. */
export interface Toegang {
  readonly beller: Beller;
  readonly doel: string;
  readonly persoonId: string;
  readonly protocolversie: string;
  readonly feiten: KetenFeiten;
}

/** How long a toegang is valid: as long as one request may take, and no longer, because ending a ketenrelatie does not recall it. */
export const geldigheidInSeconden = 20;

/** What stands in a toegang, with short names because one travels for every person. */
export const Inhoud = z.strictObject({
  /** Who asks, hashed. */
  b: z.string(),
  /** The doel. */
  d: z.string(),
  /** The person. */
  p: z.string(),
  /** The gemeente of the person. */
  g: z.string().optional(),
  /** Running ketenrelaties: doel, first day, and the employee when there is one. */
  r: z.array(z.tuple([z.string(), z.string(), z.string().optional()])),
  /** Consents. */
  t: z.array(z.string()),
  /** Whether the partij has a task. */
  k: z.boolean(),
  /** Version of the protocol. */
  v: z.string(),
  /** Until when, in seconds since the epoch. */
  e: z.int(),
});

/** The caller as a short fingerprint: names nobody, and fits only the same token, partij and rol. */
export function vingerafdruk({ issuer, azp, sub, jti, partij, rol }: Beller): string {
  return createHash("sha256")
    .update(JSON.stringify([issuer, azp, sub, jti, partij, rol]))
    .digest("base64url")
    .slice(0, 22);
}
