import { randomUUID } from "node:crypto";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { errorCodes } from "./error-codes.ts";

/** What the log gets of an error that the client does not get to see. */
export type ReportError = (reference: string, error: unknown) => void;

/**
 * The only translator from an error to what a client sees. Our own errors pass; what the GraphQL library says about the
 * request itself (syntax, validation) passes; everything else becomes `INTERNAL_SERVER_ERROR` with a reference that stands in
 * the log. Stack traces, SQL, addresses and other people's data never leave.
 */
export function createMaskError(report: ReportError) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = formatted.extensions?.["code"];
    if (isOwnCode(code) && code !== "INTERNAL_SERVER_ERROR") return shown(formatted);
    if (isRequestCode(code)) return shown(formatted);

    // Masked already, by the bronhouder where it happened: its reference stands in the log there.
    const earlier = formatted.extensions?.["referentie"];
    if (isReference(earlier)) return masked(formatted, earlier);
    const reference = randomUUID();
    report(reference, error instanceof GraphQLError ? (error.originalError ?? error) : error);
    return masked(formatted, reference);
  };
}

// Private: extensions that a client may see, by name, so that a library's new one stays in by default.
const shownExtensions = [
  "code",
  "reden",
  "gegeven",
  "doel",
  "protocolversie",
  "veld",
  "verwacht",
  "maat",
  "maximum",
  "gevraagd",
  "wachttijd",
  "regel",
  "bron",
  "toegestaan",
  "gelezen",
  "huidig",
  "bronhouder",
] as const;

/** Codes of the GraphQL library about the request itself, which a client can meet beside our own. */
export const requestCodes: ReadonlySet<string> = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_REQUEST",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

function isOwnCode(code: unknown): boolean {
  return typeof code === "string" && Object.hasOwn(errorCodes, code);
}

function isRequestCode(code: unknown): boolean {
  return typeof code === "string" && requestCodes.has(code);
}

function shown({ message, path, locations, extensions }: GraphQLFormattedError): GraphQLFormattedError {
  const kept = shownExtensions.filter((name) => extensions?.[name] !== undefined);
  return {
    message: shownMessage(message),
    ...(path ? { path } : {}),
    ...(locations && locations.length > 0 ? { locations } : {}),
    extensions: Object.fromEntries(kept.map((name) => [name, extensions?.[name]])),
  };
}

/** No message of ours is longer; the library's repeat what the caller sent, however long that is. */
const longestMessage = 1_000;

/** The library suggests names for a misspelt value of an enum, whatever it was told about hiding names: nothing after that is shown. */
function shownMessage(message: string): string {
  const suggestion = message.indexOf(" Did you mean ");
  const plain = suggestion === -1 ? message : message.slice(0, suggestion);
  return plain.length > longestMessage ? `${plain.slice(0, longestMessage)}…` : plain;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isReference(value: unknown): value is string {
  return typeof value === "string" && uuid.test(value);
}

function masked({ path }: GraphQLFormattedError, reference: string): GraphQLFormattedError {
  return {
    message: `Er ging bij ons iets mis. Noem deze referentie als u het meldt: ${reference}.`,
    ...(path ? { path } : {}),
    extensions: { code: "INTERNAL_SERVER_ERROR", referentie: reference },
  };
}
