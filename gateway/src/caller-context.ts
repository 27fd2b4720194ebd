import { type Caller, protocolInForce, readCaller } from "@ketenhub/identity";
import type { CompiledProtocol, Protocolversies } from "@ketenhub/protocol";
import type { FastifyRequest } from "fastify";
import { chooseOperation, type Operations } from "./operations/choose-operation.ts";
import type { RateLimits } from "./rate-limit/rate-limits.ts";

/** What the gateway knows of a request: who asks, and what is passed on to the subgraphs. */
export interface GatewayContext {
  readonly caller: Caller;
  /** The version of the protocol that answers this request. */
  readonly protocol: CompiledProtocol;
  /** The moment at which everything in this request is decided. */
  readonly moment: Date;
  /** When the answer must be there, on the clock of `performance.now()`. */
  readonly answerBefore: number;
  readonly forward: Readonly<Record<string, string>>;
  /** The text that is answered instead of what was sent: an operation that the caller's partij registered. */
  readonly registered: string | undefined;
  /** Told how many objects the answer can hold, before it is planned; throws when that is more than this caller may ask now. */
  weighed(objects: number): Promise<void>;
}

/** What every request is read against. */
export interface CallerContextOptions {
  readonly protocollen: Protocolversies;
  readonly now: () => Date;
  /** How long an answer may take, whatever fails, in milliseconds. */
  readonly answerDeadline: number;
  readonly rateLimits: RateLimits;
  readonly operations: Operations;
}

const traceparentForm = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * Reads who asks. A request that no subgraph would answer is refused here, before it is planned. Of the caller's headers only
 * the token, the doel and a well-formed traceparent are passed on, and beside them the version that answers and the id under which
 * this request stands in the log.
 */
export function createCallerContext({
  protocollen,
  now,
  answerDeadline,
  rateLimits,
  operations,
}: CallerContextOptions) {
  return async ({ headers, id, ip, body }: FastifyRequest): Promise<GatewayContext> => {
    const { authorization, traceparent } = headers;
    const answerBefore = performance.now() + answerDeadline;
    const moment = now();
    const protocol = protocolInForce(protocollen, moment);
    const verifier = rateLimits.verifierFor(ip);
    const caller = await readCaller({ authorization, doel: headers["doel"] }, verifier, protocol);
    const trace = typeof traceparent === "string" && traceparentForm.test(traceparent) ? { traceparent } : {};
    return {
      caller,
      protocol,
      moment,
      answerBefore,
      forward: {
        authorization: authorization ?? "",
        doel: caller.doel,
        protocolversie: protocol.versie,
        "x-request-id": id,
        ...trace,
      },
      registered: chooseOperation(operations, caller.afnemer.partij, body),
      weighed: (objects) => rateLimits.callers.objects(caller.claims, objects),
    };
  };
}
