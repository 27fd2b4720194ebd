import assert from "node:assert/strict";
import { HubError, Unauthenticated } from "@ketenhub/errors";

/** Expects the one answer that a client gets for every reason, and the real reason in the cause; gives that cause. */
export async function refused(verification: Promise<unknown>, reason: RegExp): Promise<unknown> {
  const error = await verification.then(
    () => assert.fail("The token was accepted."),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof HubError)) throw error;
  assert.deepEqual(error.toJSON(), new Unauthenticated().toJSON());
  assert.match(String(error.cause), reason);
  return error.cause;
}
