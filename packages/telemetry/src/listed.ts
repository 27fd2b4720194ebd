import { errorCodes, requestCodes } from "@ketenhub/errors";
import type { Reden } from "@ketenhub/protocol";

/** A text that is on no list becomes this one. */
export const other = "other";

/** Every code that an error in an answer can have. */
export const codes: readonly string[] = [...Object.keys(errorCodes), ...requestCodes];

/** Every reden that a refusal can have. */
export const redenen: readonly string[] = Object.keys({
  GEEN_ARTIKEL: true,
  NIET_BETROKKEN: true,
  NIET_EIGEN_CASELOAD: true,
  ANDERE_GEMEENTE: true,
  NIET_EIGEN_DOSSIER: true,
  GEEN_TOESTEMMING: true,
  GEEN_TAAK: true,
  TERMIJN_VERSTREKEN: true,
  TOEGANG_ONBEKEND: true,
} satisfies Record<Reden, true>);

const operations = ["SELECT", "WITH", "INSERT", "UPDATE", "DELETE", "START", "COMMIT", "ROLLBACK"] as const;

const isCode = oneOf(codes);

/**
 * Everything that may be told of a request, a question or a statement, by its name, with what its value may be. What has another name
 * or another value is left out, so that no part of the hub, and no library, can tell anything about a person: no name here holds a
 * free text, and no value a digit, but the status of HTTP.
 */
const listed: Readonly<Record<string, (value: unknown) => boolean>> = {
  "http.request.method": oneOf(["GET", "HEAD", "POST"]),
  "http.response.status_code": (value) =>
    Number.isInteger(value) && Number(value) >= 100 && Number(value) < 600,
  "graphql.operation.type": oneOf(["query", "mutation", "subscription"]),
  "ketenhub.partij": isName,
  "ketenhub.doel": isName,
  "ketenhub.subgraph": isName,
  "ketenhub.uitkomst": oneOf(["answered", "refused", "timed-out", "failed", "skipped"]),
  "ketenhub.foutcode": (value) => Array.isArray(value) && value.every(isCode),
  "db.system.name": oneOf(["postgresql"]),
  "db.operation.name": oneOf(operations),
  "db.collection.name": (value) => typeof value === "string" && /^[a-z][a-z_]{0,39}$/.test(value),
};

/** The attributes that may be told; the others are gone. */
export function listedOf<T>(attributes: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(attributes).filter(
      ([name, value]) => Object.hasOwn(listed, name) && listed[name]?.(value),
    ),
  );
}

/** The text when it is on the list, and `other` when not. */
export function among(list: readonly string[], text: string): string {
  return list.includes(text) ? text : other;
}

/** A name of the protocol or of a subgraph, and `other` for every other text. */
export function nameOf(text: string | undefined): string {
  return isName(text) ? text : other;
}

// Private: names of partijen, doelen and subgraphs have no digits, and nobody's number is without.
function isName(value: unknown): value is string {
  return typeof value === "string" && /^[a-z][a-z-]{0,39}$/.test(value);
}

function oneOf(values: readonly unknown[]): (value: unknown) => boolean {
  return (value) => values.includes(value);
}
