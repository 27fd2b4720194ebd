import { GraphQLError } from "graphql";
import type { ErrorCode } from "./error-codes.ts";

/** What a refusal on the way in may tell the HTTP layer. */
export interface HubErrorOptions {
  /** The HTTP status, when the whole request fails. */
  readonly status?: number;
  /** Headers that say more of that status. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Facts that the client may see. Never a value of a person. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** What really happened: for the log, never for the client. */
  readonly cause?: unknown;
}

/** An error made to be shown. Every other error is masked at the edge, in `mask-error.ts`. */
export class HubError extends GraphQLError {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options: HubErrorOptions = {}) {
    const { status, headers, details } = options;
    const more = headers ? { headers: new Map(Object.entries(headers)) } : {};
    const http: Record<string, unknown> = status === undefined ? {} : { http: { status, ...more } };
    super(message, { extensions: { ...details, code, ...http } });
    this.name = new.target.name;
    this.code = code;
    if (options.cause !== undefined) this.cause = options.cause;
  }
}
