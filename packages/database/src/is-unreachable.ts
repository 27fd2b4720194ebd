/**
 * Whether an error says that the database does not answer, rather than that it answered no: it is down, cut off, too busy, or took
 * longer than it may. What was asked can be asked again later.
 */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isUnreachable);
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  if (typeof code === "string" && (socketCodes.has(code) || serverCode.test(code))) return true;
  if (clientMessages.has(error.message)) return true;
  return driverError !== undefined && driverError !== error && isUnreachable(driverError);
}

// Private.
const socketCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
]);

/**
 * PostgreSQL's classes and codes (Appendix A of its manual): 08 connection, 53 insufficient resources, 57P0x shut down, starting up or
 * dropped, 57014 cancelled for its time, 25P03 idle in a transaction for too long.
 */
const serverCode = /^(08\w{3}|53\w{3}|57P0\d|57014|25P03)$/;

/** What the client library itself says, without a code. */
const clientMessages = new Set([
  "timeout exceeded when trying to connect",
  "timeout expired",
  "Connection terminated",
  "Connection terminated unexpectedly",
  "Connection terminated due to connection timeout",
  "Client has encountered a connection error and is not queryable",
  "Query read timeout",
]);
