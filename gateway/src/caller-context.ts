import { type Caller, protocolInForce, readCaller, type TokenVerifier } from "@ketenhub/identity";
import type { CompiledProtocol, Protocolversies } from "@ketenhub/protocol";
import type { FastifyRequest } from "fastify";

/** What the gateway knows of a request: who asks, and what is passed on to the subgraphs. */
export interface GatewayContext {
  readonly caller: Caller;
  /** The version of the protocol that answers this request. */
  readonly protocol: CompiledProtocol;
  /** The moment at which everything in this request is decided. */
  readonly moment: Date;
  readonly forward: Readonly<Record<string, string>>;
}

const traceparentForm = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * Reads who asks. A request that no subgraph would answer is refused here, before it is planned. Of the caller's headers only
 * the token, the doel and a well-formed traceparent are passed on, and beside them the version that answers
 * and the id under which this request stands in the log.
 */
export function createCallerContext(
  verifier: TokenVerifier,
  { protocollen, now }: { readonly protocollen: Protocolversies; readonly now: () => Date },
) {
  return async ({ headers, id }: Pick<FastifyRequest, "headers" | "id">): Promise<GatewayContext> => {
    const { authorization, traceparent } = headers;
    const moment = now();
    const protocol = protocolInForce(protocollen, moment);
    const caller = await readCaller({ authorization, doel: headers["doel"] }, verifier, protocol);
    const trace = typeof traceparent === "string" && traceparentForm.test(traceparent) ? { traceparent } : {};
    return {
      caller,
      protocol,
      moment,
      forward: {
        authorization: authorization ?? "",
        doel: caller.doel,
        protocolversie: protocol.versie,
        "x-request-id": id,
        ...trace,
      },
    };
  };
}
