import { createCipheriv, createDecipheriv, hash, hkdfSync } from "node:crypto";
import { randomBytes } from "./random-bytes.ts";
import type { Sleutel } from "./sleutels.ts";

const ivLength = 12;
const tagLength = 16;

/**
 * Closes a text with AES-256-GCM: nobody without the key can read it, and a changed one does not open. What it is bound to goes
 * along unseen, so that a seal fits only there.
 */
export function seal({ secret }: Sleutel, boundTo: string, text: string): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv("aes-256-gcm", keysOf(secret).ofSeals, iv);
  cipher.setAAD(Buffer.from(boundTo));
  const sealed = Buffer.concat([iv, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
  return sealed.toString("base64url");
}

/** The text in a seal, or nothing when it was not made with this key and bound to this. */
export function unseal({ secret }: Sleutel, boundTo: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length <= ivLength + tagLength) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", keysOf(secret).ofSeals, bytes.subarray(0, ivLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(Buffer.from(boundTo));
  decipher.setAuthTag(bytes.subarray(-tagLength));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(ivLength, -tagLength)), decipher.final()]).toString(
      "utf8",
    );
  } catch {
    return undefined;
  }
}

/** A secret that belongs to one seal: who has the key can tell it, and nobody else. Keyed SHA-3, as in the persoonsbewijs. */
export function secretOf({ secret }: Sleutel, sealed: string): string {
  return hash("sha3-256", Buffer.concat([keysOf(secret).ofSecrets, Buffer.from(sealed)]), "base64url");
}

// Private: derived once from each secret, a key for each use. The number is that of the content's form: while processes are being
// replaced, a toegang in the other form does not open, and is refused like any other that is not valid.
interface Keys {
  readonly ofSeals: Buffer;
  readonly ofSecrets: Buffer;
}

const keys = new WeakMap<Buffer, Keys>();

function keysOf(secret: Buffer): Keys {
  const known = keys.get(secret) ?? {
    ofSeals: derive(secret, "ketenhub-toegang-4"),
    ofSecrets: derive(secret, "ketenhub-persoonsbewijs-4"),
  };
  keys.set(secret, known);
  return known;
}

function derive(secret: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", use, 32));
}
