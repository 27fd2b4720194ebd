/** How a request was answered: nothing in it is about a person, and every text in it is one of a list. */
export interface RequestOutcome {
  readonly status: number;
  /** What was asked; nothing when it was never found out. */
  readonly operation: "query" | "mutation" | "subscription" | undefined;
  readonly partij: string | undefined;
  readonly doel: string | undefined;
  readonly seconds: number;
  /** How often each code of an error is in the answer. */
  readonly codes: ReadonlyMap<string, number>;
  /** How often each reden is in the answer. */
  readonly redenen: ReadonlyMap<string, number>;
}

/** How a question to a subgraph ended: `skipped` was not sent, because its circuit is open. */
export type FetchOutcome = "answered" | "refused" | "timed-out" | "failed" | "skipped";

/** Whether a subgraph is asked: `half-open` is asked one question, to find out. */
export type CircuitState = "closed" | "half-open" | "open";

/** A request that is being answered. */
export interface FollowedRequest {
  /** What whoever is asked further must be told, so that it stands in the same trace; nothing without traces. */
  readonly traceparent: string | undefined;
  /** The trace in which this request stands; nothing without traces. */
  readonly traceId: string | undefined;
  /** Does the work of this request, so that its SQL statements are known to be its own. */
  within(work: () => void): void;
  end(outcome: RequestOutcome): void;
}

/** A question to a subgraph that is under way. */
export interface FollowedFetch {
  /** To be sent with the question, over what was to be sent already. */
  readonly headers: Readonly<Record<string, string>>;
  end(outcome: FetchOutcome): void;
}

/** How many connections with the database there are, and how many requests wait for one. */
export interface PoolUse {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

/** An SQL statement that was carried out, without its text or its values. */
export interface Statement {
  /** Its first word. */
  readonly operation: string;
  /** The table of the subgraph that it is about, when it names one. */
  readonly table: string | undefined;
  readonly milliseconds: number;
  readonly failed: boolean;
}

/** What a part of the hub tells about how it is doing. Holds no state of a request, and knows of no other part in the process. */
export interface Telemetry {
  /** Whether SQL statements are followed. */
  readonly followsStatements: boolean;
  /** Follows a request of which the caller may have said in which trace it stands. */
  request(method: string, traceparent: unknown): FollowedRequest;
  /** Follows a question to a subgraph, of the request with this traceparent. */
  fetch(subgraph: string, traceparent: string | undefined): FollowedFetch;
  circuit(subgraph: string, state: CircuitState): void;
  rateLimited(partij: string): void;
  /** From now on this is asked whenever somebody reads the metrics. */
  pool(use: () => PoolUse): void;
  statement(statement: Statement): void;
  /** Sends what was not sent yet, and stops serving. */
  stop(): Promise<void>;
}

const nothing = () => {};
const noRequest: FollowedRequest = {
  traceparent: undefined,
  traceId: undefined,
  within: (work) => work(),
  end: nothing,
};
const noFetch: FollowedFetch = { headers: {}, end: nothing };

/** Tells nobody anything, at no cost: what every part has unless its environment says otherwise. */
export const noTelemetry: Telemetry = {
  followsStatements: false,
  request: () => noRequest,
  fetch: () => noFetch,
  circuit: nothing,
  rateLimited: nothing,
  pool: nothing,
  statement: nothing,
  stop: async () => {},
};
