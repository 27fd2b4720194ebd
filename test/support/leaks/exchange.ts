/** What went in and out at one of the hub's doors: one request and every byte that was answered. */
export interface Exchange {
  /** The port of the door. */
  readonly port: number;
  /** Method and path. */
  readonly door: string;
  readonly authorization?: string;
  readonly doel?: string;
  /** The headers as they came, name and value in turn. */
  readonly headers: readonly string[];
  readonly asked: string;
  readonly status: number;
  /** Status line and headers, as they went over the wire. */
  readonly head: string;
  readonly answered: string;
}

/** The trace that a request names, when it names a well-formed one (W3C Trace Context). */
export function traceOf(traceparent: string | undefined): string | undefined {
  return /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(traceparent ?? "")?.[1];
}
