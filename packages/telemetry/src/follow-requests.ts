import type { ApolloServerPlugin } from "@apollo/server";
import { createMaskError, HubError, toLoggedError } from "@ketenhub/errors";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { countErrors } from "./answer-counts.ts";
import { FailedRequests } from "./failed-requests.ts";
import { followingPlugin } from "./following-plugin.ts";
import { type KnownCaller, markContext } from "./known-caller.ts";
import { RequestRecord } from "./request-record.ts";
import { noTelemetry, type Telemetry } from "./telemetry.ts";

/** Where a GraphQL server tells what becomes of its requests. */
export interface RequestFollower<Context extends KnownCaller> {
  /** Hears what is asked and what is answered. Comes last: it looks at the answer as it goes out. */
  readonly plugin: ApolloServerPlugin<Context>;
  /** Masks errors, and says in the log of which request the reference is. */
  readonly formatError: ReturnType<typeof createMaskError>;
  /** Makes the context of a request, and remembers whose it is. */
  context(
    create: (request: FastifyRequest) => Promise<Context>,
  ): (request: FastifyRequest) => Promise<Context>;
  /** From now on it is known of each SQL statement for which request it is carried out; where telemetry follows statements. */
  followStatements(): void;
}

/** The one address at which a part of the hub answers questions. */
const address = "/graphql";

/**
 * Follows every GraphQL request of a server from its first byte to its last: one line in the log, one span, and the metrics. Nothing
 * that a caller wrote is in them: no name of an operation, no variable, no document, and nobody's id.
 */
export function followRequests<Context extends KnownCaller>(
  http: FastifyInstance,
  telemetry: Telemetry,
): RequestFollower<Context> {
  const records = new WeakMap<FastifyRequest, RequestRecord>();
  const failed = new FailedRequests();
  const counts = telemetry !== noTelemetry || writesLines(http);
  followHttp(http, telemetry, records);
  return {
    plugin: followingPlugin(failed, counts),
    formatError: createMaskError((reference, error) => {
      const record = failed.recordOf(error);
      (record?.log ?? http.log).error(
        { reference, ...record?.trace, error: toLoggedError(error) },
        "masked error",
      );
    }),
    context: (create) => async (request) => {
      const record = records.get(request);
      try {
        const context = await create(request);
        if (record) {
          record.caller = context.caller;
          markContext(context, record);
        }
        return context;
      } catch (error) {
        if (record) {
          failed.add(error, record);
          const code = error instanceof HubError ? error.code : "INTERNAL_SERVER_ERROR";
          record.counts = countErrors([{ extensions: { code } }]);
        }
        throw error;
      }
    },
    followStatements() {
      if (!telemetry.followsStatements) return;
      // After the body is read: what reads it belongs to the connection, and not to this request.
      http.addHook("preHandler", (request, _reply, done) => {
        const record = records.get(request);
        if (record) record.followed.within(done);
        else done();
      });
    },
  };
}

// Private.
function writesLines({ log }: FastifyInstance): boolean {
  return ["trace", "debug", "info"].includes(log.level);
}

function followHttp(
  http: FastifyInstance,
  telemetry: Telemetry,
  records: WeakMap<FastifyRequest, RequestRecord>,
): void {
  const lines = writesLines(http);
  http.addHook("onRequest", (request, reply, done) => {
    if (request.routeOptions.url === address) {
      const followed = telemetry.request(request.method, request.headers["traceparent"]);
      // Whatever is asked further on stands in the trace under this request, and not beside it.
      if (followed.traceparent) request.headers["traceparent"] = followed.traceparent;
      const record = new RequestRecord(followed, request.log, lines);
      records.set(request, record);
      reply.raw.once("close", () => record.abort());
    }
    done();
  });
  http.addHook("onResponse", (request, reply, done) => {
    records.get(request)?.end(reply.statusCode, reply.elapsedTime);
    done();
  });
}
