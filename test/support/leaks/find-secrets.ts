import { groupBy } from "@ketenhub/subgraph";
import type { Secret } from "./secrets.ts";

/** Finds in a text which values of a population are in it: each value with everybody whose it is. */
export type FindSecrets = (text: string) => ReadonlyMap<string, readonly Secret[]>;

/** A value that is looked for, by the first word in it. */
interface Pattern {
  readonly text: string;
  /** How far the first word is from the beginning. */
  readonly offset: number;
  readonly waarde: string;
}

// A word is what stands between what JSON, HTTP and a log put around a value.
const word = /[\p{L}\d][\p{L}\d-]*/gu;
const number = /(?<!\d)\d{9,10}(?!\d)/g;
const amount = /[:=]\s*"?(\d{4,8})"?(?=[,}\]\s])/g;
const encoded = /[A-Za-z0-9_-]{20,}={0,2}/g;

/** Prepares the search for all values of these secrets at once. */
export function findSecretsOf(secrets: readonly Secret[]): FindSecrets {
  const owners = groupBy(secrets, ({ waarde }) => waarde);
  const ofSoort = (...soorten: readonly string[]) =>
    new Set(secrets.filter(({ soort }) => soorten.includes(soort)).map(({ waarde }) => waarde));
  const numbers = ofSoort("bsn", "v-nummer");
  const amounts = ofSoort("bedrag");
  const codes = ofSoort("code");
  const patterns = groupBy([...ofSoort("tekst", "contact")].flatMap(patternsOf), ({ text, offset }) =>
    firstWord(text.slice(offset)),
  );

  const inText = (text: string, found: Set<string>) => {
    for (const [digits] of text.matchAll(number)) if (numbers.has(digits)) found.add(digits);
    for (const match of text.matchAll(word)) {
      for (const { text: pattern, offset, waarde } of patterns.get(match[0]) ?? []) {
        if (text.startsWith(pattern, match.index - offset)) found.add(waarde);
      }
    }
  };
  return (text) => {
    const found = new Set<string>();
    inText(text, found);
    // Only within JSON is a number behind a colon more than a number.
    for (const [, digits = ""] of text.startsWith("{") ? text.matchAll(amount) : [])
      if (amounts.has(digits)) found.add(digits);
    for (const [part] of text.matchAll(encoded)) inText(decoded(part), found);
    for (const value of valuesOf(text)) if (codes.has(value)) found.add(value);
    return new Map([...found].map((waarde) => [waarde, owners.get(waarde) ?? []]));
  };
}

// Private: as it is, and as it is written within JSON.
function patternsOf(waarde: string): readonly Pattern[] {
  return [...new Set([waarde, JSON.stringify(waarde).slice(1, -1)])].map((text) => ({
    text,
    offset: Math.max(0, text.search(/[\p{L}\d]/u)),
    waarde,
  }));
}

function firstWord(text: string): string {
  return text.match(word)?.[0] ?? "";
}

/** A cursor or a proof may hold what it was made of. */
function decoded(part: string): string {
  const text = Buffer.from(part, "base64url").toString("utf8");
  return /^[\x20-\x7e\u00a0-\u024f]*$/.test(text) ? text : "";
}

/**
 * The texts that stand as a value in the data of an answer: only there is the code of an enum a fact about somebody. Introspection
 * names every code there is, as the value of `name` in `enumValues`.
 */
function valuesOf(text: string): readonly string[] {
  if (!text.startsWith("{")) return [];
  const values: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === "string") values.push(value);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === "object" && value !== null) {
      for (const [key, part] of Object.entries(value)) if (key !== "enumValues") collect(part);
    }
  };
  try {
    collect(JSON.parse(text).data);
  } catch {
    return [];
  }
  return values;
}
