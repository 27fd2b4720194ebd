import {
  bulkhead,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  ConstantBackoff,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  type IPolicy,
  retry,
  wrap,
} from "cockatiel";
import { isLostUnderWay, isNeverSent } from "./connection-failure.ts";
import { NotItsFault } from "./not-its-fault.ts";

/** Whether a subgraph is asked: yes, not for a while, or with one question to see how it is. */
type CircuitStatus = "closed" | "open" | "half-open";

/** Told when that changes. */
export type OnCircuit = (status: CircuitStatus) => void;

/** So many questions fail after each other before a subgraph is left alone. */
const patience = 5;
/** How long it is left alone at first, and at most, in milliseconds. */
const rest = { initialDelay: 500, maxDelay: 10_000 } as const;
/** So many questions are under way at once, and so many wait for their turn; more are answered at once that it does not answer. */
const crowd = { underWay: 64, waiting: 512 } as const;

/**
 * Stands between the gateway and a subgraph. What failed before it was sent is sent again once, and so is a query that was lost under
 * way; an order whose fate nobody knows is not. A subgraph that goes on failing is left alone for a while, so that nobody waits for
 * what does not come and it can get up again.
 */
export class Circuit {
  readonly #breaker: CircuitBreakerPolicy;
  readonly #reading: IPolicy;
  readonly #writing: IPolicy;

  constructor(onChange: OnCircuit) {
    this.#breaker = circuitBreaker(handleWhen(isItsOwnFault), {
      breaker: new ConsecutiveBreaker(patience),
      halfOpenAfter: new ExponentialBackoff(rest),
    });
    const room = bulkhead(crowd.underWay, crowd.waiting);
    const again = { maxAttempts: 1, backoff: new ConstantBackoff(50) };
    const isSafe = handleWhen((error) => isNeverSent(error) || isLostUnderWay(error));
    this.#reading = wrap(room, this.#breaker, retry(isSafe, again));
    this.#writing = wrap(room, this.#breaker, retry(handleWhen(isNeverSent), again));
    this.#breaker.onStateChange((state) => onChange(statusOf(state)));
  }

  /** Asks, unless the subgraph is left alone. The question is told whether the subgraph is trusted to answer, or on trial. */
  ask<T>(isMutation: boolean, question: (isTrusted: boolean) => Promise<T>): Promise<T> {
    const policy = isMutation ? this.#writing : this.#reading;
    return policy.execute(() => question(this.#breaker.state === CircuitState.Closed));
  }
}

// Private.
function isItsOwnFault(error: Error): boolean {
  return !(error instanceof NotItsFault);
}

// Nobody isolates a subgraph by hand.
function statusOf(state: CircuitState): CircuitStatus {
  if (state === CircuitState.Closed) return "closed";
  return state === CircuitState.HalfOpen ? "half-open" : "open";
}
