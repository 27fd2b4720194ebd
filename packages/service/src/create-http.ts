import { randomUUID } from "node:crypto";
import Fastify, { type FastifyInstance, LogController } from "fastify";

/** How much is logged. */
export type LogLevel = "silent" | "error" | "warn" | "info" | "debug";

/** What the server of a part of the hub needs to know. */
export interface HttpConfig {
  /** The part, as it stands in each line of the log. */
  readonly naam: string;
  readonly logLevel: LogLevel;
  /** Where log lines go instead of standard output. */
  readonly logStream?: { write(line: string): void };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** No question and no order is longer, by far. */
const maximumBytes = 1_048_576;

/** How long a client may take to send the head of a request, the whole of it, and to be silent, in milliseconds. */
const patience = { headers: 5_000, request: 10_000, silence: 75_000 } as const;

/**
 * The HTTP server that every part of the hub has. Each answer carries the id under which its request stands in the log, and a request
 * that another part passed on keeps the id that it had there.
 */
export function createHttp({ naam, logLevel, logStream }: HttpConfig): FastifyInstance {
  const http = Fastify({
    logger: { level: logLevel, name: naam, ...(logStream ? { stream: logStream } : {}) },
    // A line for each request would hold its address; what is worth a line is written where it happens.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maximumBytes,
    genReqId: ({ headers }) => idOf(headers["x-request-id"]),
    // While it drains, what still arrives is answered: whoever sent it could not know.
    return503OnClosing: false,
    requestTimeout: patience.request,
    connectionTimeout: patience.silence,
    http: { headersTimeout: patience.headers, connectionsCheckingInterval: 1_000 },
  });
  http.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  return http;
}

// Private: an id in any other form would be text of a stranger in the log.
function idOf(given: string | string[] | undefined): string {
  return typeof given === "string" && uuid.test(given) ? given : randomUUID();
}
