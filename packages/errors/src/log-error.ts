/** What a log may hold of an error: what kind it was and where it arose. Never a message, which can quote a value. */
export interface LoggedError {
  readonly name: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly frames?: readonly string[];
  readonly cause?: LoggedError;
}

/**
 * An error as it may be logged. A database repeats in its messages, parameters and details what was asked or stored
 * (`Key (bsn)=(…) already exists`); of all that only the code and the name of the constraint are kept.
 */
export function toLoggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof constraint === "string" ? { constraint } : {}),
    ...(frames ? { frames: frames.slice(0, 8).map((line) => line.trim()) } : {}),
    ...(error.cause === undefined ? {} : { cause: toLoggedError(error.cause) }),
  };
}
