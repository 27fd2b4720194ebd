import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";
import { randomBytes } from "./random-bytes.ts";
import type { Sleutel } from "./sleutels.ts";

const ivLength = 12;
const tagLength = 16;

/**
 * Closes a text for one bronhouder with AES-256-GCM: nobody else can read it, and a changed one does not open. The bronhouder is
 * bound along, so that a seal fits only there.
 */
export function seal({ secret }: Sleutel, bronhouder: string, text: string): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret), iv);
  cipher.setAAD(Buffer.from(bronhouder));
  const sealed = Buffer.concat([iv, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
  return sealed.toString("base64url");
}

/** The text in a seal, or nothing when it was not made with this key for this bronhouder. */
export function unseal({ secret }: Sleutel, bronhouder: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length <= ivLength + tagLength) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", keyOf(secret), bytes.subarray(0, ivLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(Buffer.from(bronhouder));
  decipher.setAuthTag(bytes.subarray(-tagLength));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(ivLength, -tagLength)), decipher.final()]).toString(
      "utf8",
    );
  } catch {
    return undefined;
  }
}

// Private: one derived key per secret, made once. The number is that of the content's form: while processes are being replaced, a
// toegang in the other form does not open, and is refused like any other that is not valid.
const keys = new WeakMap<Buffer, Buffer>();

function keyOf(secret: Buffer): Buffer {
  const known = keys.get(secret) ?? Buffer.from(hkdfSync("sha256", secret, "", "ketenhub-toegang-3", 32));
  keys.set(secret, known);
  return known;
}
