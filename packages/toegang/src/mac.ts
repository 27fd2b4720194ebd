import { createHmac, timingSafeEqual } from "node:crypto";

/** Signs the content of a toegang for one bronhouder. The audience is signed along, so that a MAC fits only there. */
export function macOf(secret: Buffer, bronhouder: string, content: string): Buffer {
  return createHmac("sha256", secret).update(`ketenhub-toegang-1|${bronhouder}|${content}`).digest();
}

/** Compares in constant time. */
export function sameMac(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
