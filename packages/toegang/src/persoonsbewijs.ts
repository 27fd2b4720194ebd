import { hash, timingSafeEqual } from "node:crypto";

/** How many characters a persoonsbewijs takes: 132 bits. */
export const bewijsLengte = 22;

/**
 * The proof that a verklaring is about this person: only who can open the verklaring knows its secret. A keyed SHA-3, which unlike
 * SHA-2 needs no HMAC around it (NIST SP 800-185, KMAC); the secret has a fixed length.
 */
export function persoonsbewijs(geheim: string, persoonId: string): string {
  return hash("sha3-256", `${geheim}${persoonId}`, "base64url").slice(0, bewijsLengte);
}

/** Whether a text is the proof for this person. Takes as long for a wrong one as for a right one. */
export function isBewijsVan(bewijs: string, geheim: string, persoonId: string): boolean {
  const [given, expected] = [Buffer.from(bewijs), Buffer.from(persoonsbewijs(geheim, persoonId))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
