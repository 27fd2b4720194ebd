import { among, codes, redenen } from "./listed.ts";

/** How often each code and each reden is in an answer. */
export interface AnswerCounts {
  readonly codes: ReadonlyMap<string, number>;
  readonly redenen: ReadonlyMap<string, number>;
}

/** An answer without errors. */
export const noErrors: AnswerCounts = { codes: new Map(), redenen: new Map() };

/** Counts the errors of an answer. Of an error nothing is kept but its code and its reden, and of those only what is on the list. */
export function countErrors(
  errors: readonly { readonly extensions?: Readonly<Record<string, unknown>> | undefined }[],
): AnswerCounts {
  if (errors.length === 0) return noErrors;
  const found = { codes: new Map<string, number>(), redenen: new Map<string, number>() };
  for (const { extensions } of errors) {
    add(found.codes, among(codes, String(extensions?.["code"])));
    const reden = extensions?.["reden"];
    if (typeof reden === "string") add(found.redenen, among(redenen, reden));
  }
  return found;
}

// Private.
function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
