import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { inject } from "vitest";
import { type Answer, ask, type Sending } from "./ask.ts";
import type { Beller } from "./callers.ts";
import type { Exchange } from "./leaks/exchange.ts";
import { traceFile } from "./leaks/record-exchanges.ts";

/** What the gateway asked of a subgraph, and got. */
interface Fetch {
  readonly naam: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The headers that the subgraph got, name and value in turn. */
  readonly headers: readonly string[];
  /** Every byte that was asked. */
  readonly asked: string;
  readonly answered: string;
}

/** An answer of the gateway with everything that it asked of subgraphs for it. */
export interface Traced {
  readonly answer: Answer;
  readonly fetches: readonly Fetch[];
}

/** Asks the gateway and tells what went to the subgraphs, found by a trace of this request alone. */
export async function askTraced(
  beller: Beller,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  sending: Sending = {},
): Promise<Traced> {
  const trace = randomBytes(16).toString("hex");
  const traceparent = `00-${trace}-${randomBytes(8).toString("hex")}-01`;
  const headers = { ...sending.headers, traceparent };
  const answer = await ask(beller, query, variables, { ...sending, headers });
  const { directory, subgraphs } = inject("hub");
  const naamOf = new Map(Object.entries(subgraphs).map(([naam, url]) => [Number(new URL(url).port), naam]));
  const lines = (await readFile(traceFile(directory, trace), "utf8")).split("\n").slice(0, -1);
  const fetches = lines.flatMap((line): readonly Fetch[] => {
    const { port, headers, asked, answered } = JSON.parse(line) as Exchange;
    const naam = naamOf.get(port);
    return naam ? [{ naam, headers, asked, answered, ...JSON.parse(asked) }] : [];
  });
  return { answer, fetches };
}

/** What was asked of subgraphs, as one text to search. */
export function askedOf({ fetches }: Traced): string {
  return fetches.map(({ asked }) => asked).join("\n");
}
