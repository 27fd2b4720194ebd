import { createHash } from "node:crypto";
import type { ProtocolDocument } from "@ketenhub/protocol";
import canonicalize from "canonicalize";

/**
 * The fingerprint of what the partners agreed: SHA3-512 over the canonical form (JCS, RFC 8785) of the document as it is read, as
 * FSC does with a contract. So layout and comments may change, and no word, name or number.
 */
export function vingerafdrukVan(document: ProtocolDocument): string {
  return `sha3-512:${createHash("sha3-512").update(canoniek(document)).digest("base64url")}`;
}

/** The canonical form (JCS, RFC 8785) of a value, in bytes: the same for everybody who holds the same value. */
export function canoniek(value: object): Uint8Array {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("Expected something that can be written as JSON.");
  return new TextEncoder().encode(text);
}
