/** Whether nothing of a request reached the other side: it may be sent again, whatever it says. */
export function isNeverSent(error: unknown): boolean {
  return hasCode(error, neverSent) && isOfConnecting(error);
}

/** Whether a request, or its answer, was lost under way: what it asked for may have been done. */
export function isLostUnderWay(error: unknown): boolean {
  return hasCode(error, lostUnderWay);
}

// Private: a failed connection to a name with several addresses holds one error for each.
const neverSent = new Set(["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND", "EAI_AGAIN"]);
const lostUnderWay = new Set(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"]);

/** The same code on a connection that was open says that something was sent. */
function isOfConnecting(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(isOfConnecting);
  const { syscall } = error as { syscall?: unknown };
  return syscall === "connect" || syscall === "getaddrinfo";
}

function hasCode(error: unknown, codes: ReadonlySet<string>): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.every((one) => hasCode(one, codes));
  return "code" in error && typeof error.code === "string" && codes.has(error.code);
}
