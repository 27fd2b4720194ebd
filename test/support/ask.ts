import { inject } from "vitest";
import { type Beller, tokenFor } from "./callers.ts";

/** An error as a client sees it. */
interface ShownError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

/** An answer, as it came over the wire. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test says by what it expects which shape it asked for.
  readonly data: any;
  readonly errors: readonly ShownError[];
  /** Every byte of the body. */
  readonly text: string;
  readonly headers: Headers;
}

/** What is sent, when it is not what a caller would send. */
export interface Sending {
  readonly url?: string;
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly operationName?: string;
}

/** Asks the gateway, or the subgraph of `url`, as this caller. */
export async function ask(
  beller: Beller,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  sending: Sending = {},
): Promise<Answer> {
  const token = "token" in sending ? sending.token : await tokenFor(beller);
  return send(query, variables, {
    ...sending,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      doel: beller.doel,
      ...sending.headers,
    },
  });
}

/** Sends a request exactly as given. */
export async function send(
  query: string,
  variables: object,
  { url, headers, operationName }: Sending,
): Promise<Answer> {
  const response = await fetch(url ?? inject("hub").url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, variables, operationName }),
  });
  const text = await response.text();
  const { data, errors = [] } = JSON.parse(text);
  return { status: response.status, data, errors, text, headers: response.headers };
}

/** Where a subgraph of the e2e hub answers. */
export function subgraphUrl(naam: string): string {
  const url = inject("hub").subgraphs[naam];
  if (!url) throw new Error(`There is no subgraph ${naam} in this hub.`);
  return url;
}

/** The refusals of an answer as `path: reden gegeven`, with indexes left out, each once. */
export function refusals({ errors }: Answer): readonly string[] {
  const lines = errors.map(({ path = [], extensions }) => {
    const place = path.filter((part) => typeof part === "string").join(".");
    return `${place}: ${extensions["reden"] ?? extensions.code} ${extensions["gegeven"] ?? ""}`.trim();
  });
  return [...new Set(lines)].sort();
}
