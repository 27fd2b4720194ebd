import type { FastifyBaseLogger } from "fastify";
import { type AnswerCounts, noErrors } from "./answer-counts.ts";
import type { KnownCaller } from "./known-caller.ts";
import type { FollowedRequest, RequestOutcome } from "./telemetry.ts";

/** By convention of web servers: whoever asked did not wait for the answer. */
const abandoned = 499;

/** What is known of one request while it is answered. */
export class RequestRecord {
  readonly followed: FollowedRequest;
  readonly log: FastifyBaseLogger;
  caller: KnownCaller["caller"] | undefined;
  operation: RequestOutcome["operation"];
  counts: AnswerCounts = noErrors;
  readonly #started = performance.now();
  readonly #writesLine: boolean;
  #ended = false;

  constructor(followed: FollowedRequest, log: FastifyBaseLogger, writesLine: boolean) {
    this.followed = followed;
    this.log = log;
    this.#writesLine = writesLine;
  }

  /** In which trace the request stands, as a line of the log says it. */
  get trace(): { readonly traceId?: string } {
    const { traceId } = this.followed;
    return traceId === undefined ? {} : { traceId };
  }

  /** The connection is gone; when the answer was not, the client did not wait for it. */
  abort(): void {
    this.end(abandoned, performance.now() - this.#started);
  }

  /** The answer is out. Told once, and where lines are written, in one line. */
  end(status: number, milliseconds: number): void {
    if (this.#ended) return;
    this.#ended = true;
    const { operation, counts, caller } = this;
    // In seconds, with a point in it: a whole number could be somebody's amount to who searches a log for one.
    const seconds = Math.round(milliseconds * 10) / 10_000;
    const of = { partij: caller?.afnemer.partij, doel: caller?.doel };
    this.followed.end({ status, operation, ...of, seconds, ...counts });
    if (!this.#writesLine) return;
    const rol = caller?.afnemer.rol;
    const codes = [...counts.codes.keys()];
    this.log.info({ ...of, rol, operation, status, seconds, codes, ...this.trace }, "request");
  }
}
