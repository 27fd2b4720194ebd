import type { ProtocolDocument } from "@ketenhub/protocol";
import type { Exchange } from "./exchange.ts";
import { findSecretsOf } from "./find-secrets.ts";
import { askerOf, mayHaveIn } from "./may-have.ts";
import type { Population } from "./population.ts";
import { type Secret, secretsOf } from "./secrets.ts";

/** Something that left to somebody who may not have it: told without the value itself. */
interface Leak {
  readonly soort: string;
  readonly gegevens: string;
  readonly to: string;
  readonly where: string;
  readonly asked: string;
}

/** Looks through answers and log lines for what who got them may not have. */
export interface Searcher {
  /** How many different values are looked for. */
  readonly values: number;
  inExchange(exchange: Exchange): readonly Leak[];
  inLogLine(line: string): readonly Leak[];
}

/** Prepares the search for everything in a population that not everybody may have. */
export function createSearcher(population: Population, documents: readonly ProtocolDocument[]): Searcher {
  const secrets = secretsOf(population);
  const find = findSecretsOf(secrets);
  const mayHave = mayHaveIn(population, documents);
  return {
    values: new Set(secrets.map(({ waarde }) => waarde)).size,
    inExchange(exchange) {
      const { head, answered, asked, door, port } = exchange;
      const asker = askerOf(exchange, documents);
      const to = asker ? `${asker.partij} ${asker.rol}, ${asker.doel}` : "nobody";
      return (
        [...find(answered), ...find(head.replace(/^content-length:.*$/im, ""))]
          .filter(([, owners]) => !owners.some((secret) => mayHave(asker, secret)))
          // What a caller sent himself may stand in what he hears back.
          .filter(([waarde]) => !asked.includes(waarde))
          .flatMap(([, [secret]]) => leaksOf(secret, to, `${door} on port ${port}`, asked))
      );
    },
    inLogLine: (line) =>
      // The number of a process and the time are digits, and nobody's.
      [...find(line.replace(/"(?:pid|time|level)":\d+,/g, ""))].flatMap(([, [secret]]) =>
        leaksOf(secret, "the log", "log", line),
      ),
  };
}

// Private.
function leaksOf(secret: Secret | undefined, to: string, where: string, asked: string): readonly Leak[] {
  if (!secret) return [];
  const { soort, wegen } = secret;
  const gegevens = wegen.map((weg) => weg.gegevens.join(" and ")).join(", or ");
  return [{ soort, gegevens, to, where, asked: asked.slice(0, 300) }];
}
