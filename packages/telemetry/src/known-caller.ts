import type { RequestRecord } from "./request-record.ts";

/** What is told of who asks: of which partij and rol, and what for; never who. */
export interface KnownCaller {
  readonly caller: {
    readonly afnemer: { readonly partij: string; readonly rol: string };
    readonly doel: string;
  };
}

/** Where a context holds the record of its request: the library copies the context, with everything in it. */
const record = Symbol("record");

/** Says in the context of a request which record is its own. */
export function markContext(context: KnownCaller, of: RequestRecord): void {
  Object.assign(context, { [record]: of });
}

/** The record of the request whose context this is. */
export function recordIn(context: KnownCaller): RequestRecord | undefined {
  return (context as { [record]?: RequestRecord })[record];
}
