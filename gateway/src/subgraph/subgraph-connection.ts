import type { GraphQLFormattedError } from "graphql";
import { Pool } from "undici";
import { NotItsFault } from "./not-its-fault.ts";

/** What a subgraph is asked. */
export interface SubgraphQuestion {
  readonly query: string;
  readonly variables: unknown;
  readonly operationName: unknown;
}

/** What a subgraph gives: an answer, or why it refused the question as a whole. */
export type SubgraphReply =
  | { readonly data?: unknown; readonly errors?: readonly GraphQLFormattedError[] }
  | { readonly refusal: GraphQLFormattedError };

/** No page is larger, by far; a subgraph that goes on longer is out of order. */
const maximumBytes = 64 * 1_048_576;

/** How long a subgraph may take to say how it is doing, in milliseconds. */
const readinessDeadline = 2_000;

/** The subgraph did not answer in the time that it had. */
export class NoAnswerInTime extends Error {
  constructor(milliseconds: number) {
    super(`No answer within ${Math.round(milliseconds)} ms.`);
  }
}

/** The connections to one subgraph, which stay open. Every way in which it does not answer as it should is a thrown error. */
export class SubgraphConnection {
  readonly #naam: string;
  readonly #pool: Pool;
  readonly #path: string;
  readonly #readiness: string;

  constructor(naam: string, url: URL, deadline: number) {
    this.#naam = naam;
    this.#path = url.pathname;
    this.#readiness = new URL("readyz", url).pathname;
    this.#pool = new Pool(url.origin, {
      connections: 64,
      keepAliveTimeout: 30_000,
      connectTimeout: deadline,
      maxResponseSize: maximumBytes,
    });
  }

  /** Asks, and gives up after so many milliseconds, wherever the answer is by then. */
  async ask(
    question: SubgraphQuestion,
    forward: Readonly<Record<string, string>>,
    timeLeft: number,
  ): Promise<SubgraphReply> {
    return within(timeLeft, async (signal) => {
      const { statusCode, body } = await this.#pool.request({
        method: "POST",
        path: this.#path,
        headers: { ...forward, "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify(question),
        signal,
      });
      const parsed = await body.json().catch((cause: unknown) => {
        if (signal.aborted || !isRefusal(statusCode)) throw cause;
      });
      return this.#read(statusCode, parsed);
    });
  }

  /** Whether the subgraph says that it can serve. */
  isReady(): Promise<boolean> {
    return within(readinessDeadline, async (signal) => {
      const { statusCode, body } = await this.#pool.request({
        method: "GET",
        path: this.#readiness,
        signal,
      });
      await body.dump();
      return statusCode === 200;
    });
  }

  /** Lets open requests finish and closes the connections. */
  close(): Promise<void> {
    return this.#pool.close();
  }

  #read(statusCode: number, parsed: unknown): SubgraphReply {
    // What it did not want to read says nothing about how it is doing.
    if (isRefusal(statusCode) && !isAnswer(parsed)) {
      throw new NotItsFault(`${this.#naam} refused the question with HTTP ${statusCode}.`);
    }
    if (!isAnswer(parsed)) throw new Error(`${this.#naam} answered with HTTP ${statusCode} and no answer.`);
    const [first] = parsed.errors ?? [];
    // Refused as a whole, before anything was executed: input of a wrong form, or a token that expired under way.
    if (isRefusal(statusCode) && first) return { refusal: first };
    if (statusCode !== 200) throw new Error(`${this.#naam} answered with HTTP ${statusCode}.`);
    return parsed;
  }
}

// Private: a timer that is taken back leaves nothing behind, which one for each request would.
async function within<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new NoAnswerInTime(milliseconds)), milliseconds);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}

function isRefusal(statusCode: number): boolean {
  return statusCode >= 400 && statusCode < 500;
}

function isAnswer(value: unknown): value is Exclude<SubgraphReply, { refusal: unknown }> {
  if (typeof value !== "object" || value === null) return false;
  return "data" in value || ("errors" in value && Array.isArray(value.errors));
}
