import type { FetchOutcome, Telemetry } from "@ketenhub/telemetry";
import { isBrokenCircuitError, isBulkheadRejectedError } from "cockatiel";
import { NotItsFault } from "./not-its-fault.ts";
import { NoAnswerInTime, type SubgraphReply } from "./subgraph-connection.ts";

type Headers = Readonly<Record<string, string>>;

/** Asks a subgraph, and tells how long that took and how it ended. What is sent along stands in the trace under this question. */
export async function followFetch(
  telemetry: Telemetry,
  naam: string,
  forward: Headers,
  ask: (forward: Headers) => Promise<SubgraphReply>,
): Promise<SubgraphReply> {
  const followed = telemetry.fetch(naam, forward["traceparent"]);
  try {
    const reply = await ask({ ...forward, ...followed.headers });
    followed.end("refusal" in reply ? "refused" : "answered");
    return reply;
  } catch (cause) {
    followed.end(outcomeOf(cause));
    throw cause;
  }
}

// Private.
function outcomeOf(cause: unknown): FetchOutcome {
  if (isBrokenCircuitError(cause) || isBulkheadRejectedError(cause)) return "skipped";
  if (cause instanceof NotItsFault) return outcomeOf(cause.cause);
  return cause instanceof NoAnswerInTime ? "timed-out" : "failed";
}
