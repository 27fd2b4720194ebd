import { createLocalJWKSet, errors, type JWTVerifyGetKey } from "jose";
import { readPublicKey } from "./development-key-file.ts";

/**
 * The public key of the development issuer. Another process makes the file, perhaps later, perhaps anew; so it is read
 * again when it was missing and when a token names another key.
 */
export function developmentKeys(keyFile: string): JWTVerifyGetKey {
  let known: ReturnType<typeof createLocalJWKSet> | undefined;

  return async (header, token) => {
    try {
      if (known) return await known(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
    }
    const key = await readPublicKey(keyFile);
    if (!key) throw new Error(`There is no development key in ${keyFile} yet.`);
    known = createLocalJWKSet({ keys: [key] });
    return known(header, token);
  };
}
