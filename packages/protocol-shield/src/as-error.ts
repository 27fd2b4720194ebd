/** What a resolver threw, as the error of its field: what is no error could hold anything, so it only goes along as the cause. */
export function asError(thrown: unknown): Error {
  return errorOf(thrown, "Denied without a decision.");
}

/** The same of what was thrown where it had to be decided. */
export function asFailedDecision(thrown: unknown): Error {
  return errorOf(thrown, "A decision failed.");
}

// Private: shield hands asError more than what was thrown.
function errorOf(thrown: unknown, message: string): Error {
  return thrown instanceof Error ? thrown : new Error(message, { cause: thrown });
}
