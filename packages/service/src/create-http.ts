import { randomUUID } from "node:crypto";
import Fastify, { type FastifyInstance, LogController } from "fastify";

/** How much is logged. */
export type LogLevel = "silent" | "error" | "warn" | "info" | "debug";

/** What the server of a part of the hub needs to know. */
interface HttpConfig {
  /** The part, as it stands in each line of the log. */
  readonly naam: string;
  readonly logLevel: LogLevel;
  /** Where log lines go instead of standard output. */
  readonly logStream?: { write(line: string): void };
  /** Proxies whose word is taken for the address that a request came from; nobody's unless told otherwise. */
  readonly trustedProxies?: readonly string[];
  /** Whether only other parts of the hub come here: then a request keeps the id that it had there, and may be larger. */
  readonly isInner?: boolean;
  /** How long a client may take; as agreed, unless a test has less time. */
  readonly patience?: Patience;
}

/** How long a client may take, in milliseconds. Whoever takes longer is left, whatever he still wanted. */
interface Patience {
  /** To send the head of a request. */
  readonly head: number;
  /** To send the whole of it. */
  readonly request: number;
  /** To read the whole answer. */
  readonly answer: number;
  /** To be silent between requests, or halfway. */
  readonly silence: number;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** No question and no order is longer, by far; what the gateway makes of one can be longer than what it was sent. */
const maximumBytes = { outer: 1_048_576, inner: 8 * 1_048_576 } as const;

/** Longer than a balancer in front keeps its connections, so that it never sends a request to one that just closed. */
const agreedPatience: Patience = { head: 5_000, request: 10_000, answer: 120_000, silence: 75_000 };

/**
 * The HTTP server that every part of the hub has. Each answer carries the id under which its request stands in the log, and a request
 * that another part passed on keeps the id that it had there.
 */
export function createHttp(config: HttpConfig): FastifyInstance {
  const {
    naam,
    logLevel,
    logStream,
    trustedProxies = [],
    patience = agreedPatience,
    isInner = false,
  } = config;
  const http = Fastify({
    logger: { level: logLevel, name: naam, ...(logStream ? { stream: logStream } : {}) },
    // A line for each request would hold its address; what is worth a line is written where it happens.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: isInner ? maximumBytes.inner : maximumBytes.outer,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    rewriteUrl: ({ url = "/" }) => (isReadable(url) ? url : "/"),
    genReqId: ({ headers }) => (isInner ? idOf(headers["x-request-id"]) : randomUUID()),
    // While it drains, what still arrives is answered: whoever sent it could not know.
    return503OnClosing: false,
    requestTimeout: patience.request,
    connectionTimeout: patience.silence,
    http: {
      headersTimeout: patience.head,
      connectionsCheckingInterval: Math.min(1_000, patience.head),
    },
  });
  http.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  // Silence is not all: who reads a byte now and then would hold an answer in memory for ever.
  http.addHook("onSend", async ({ raw }, reply) => {
    const leave = setTimeout(() => raw.socket.destroy(), patience.answer).unref();
    reply.raw.once("close", () => clearTimeout(leave));
  });
  return http;
}

// Private: an id in any other form would be text of a stranger in the log.
function idOf(given: string | string[] | undefined): string {
  return typeof given === "string" && uuid.test(given) ? given : randomUUID();
}

/** An address that cannot be read is one that is not there, and is answered as such. */
function isReadable(url: string): boolean {
  try {
    return decodeURI(url).length > 0;
  } catch {
    return false;
  }
}
