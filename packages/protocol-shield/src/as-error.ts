/** What a resolver threw, as the error of its field: what is no error could hold anything, so it only goes along as the cause. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error("Denied without a decision.", { cause: thrown });
}
