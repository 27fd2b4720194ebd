import { Unauthenticated } from "@ketenhub/errors";
import { errors, type JWTVerifyGetKey } from "jose";

/**
 * A token that is not accepted, and of which nobody can say that it was made up: the keys could not be had, or it was good and is over.
 * The client is told the same as of every other.
 */
export class TokenNotJudged extends Unauthenticated {}

/** The keys could not be had: that says nothing of the token. */
export class NoKeys extends Error {
  constructor(cause: unknown) {
    super(`No keys: ${cause instanceof Error ? cause.message : "unknown"}`, { cause });
    this.name = "NoKeys";
  }
}

/** The same keys, that tell a token of which the key is not among them from keys that could not be had. */
export function orNoKeys(keys: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) {
        throw error;
      }
      throw new NoKeys(error);
    }
  };
}
