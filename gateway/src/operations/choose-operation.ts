import { HubError, VraagOnbekend } from "@ketenhub/errors";
import type { OperationsConfig } from "./operations-config.ts";
import { idOf, type RegisteredOperations } from "./registered-operations.ts";

/** What is known of registered operations. */
export interface Operations {
  readonly mode: OperationsConfig["mode"];
  readonly registered: RegisteredOperations;
}

/** Every question is answered, and none is known by its id. */
export const noOperations: Operations = { mode: "open", registered: new Map() };

/**
 * The text that a request asks, when it is one that the caller's own partij registered; nothing when the request may be taken as it is.
 * Throws for an id that this partij did not register, for a text that has another id, and, when only registered operations are
 * answered, for every other text: also one that differs in a space. Who else registered it makes no difference, and is not told.
 */
export function chooseOperation(
  { mode, registered }: Operations,
  partij: string,
  body: unknown,
): string | undefined {
  const { id, text } = askedIn(body);
  const own = registered.get(partij);
  if (mode === "open" && (id === undefined || own === undefined)) return undefined;
  if (id !== undefined && text !== undefined && idOf(text) !== id) throw otherText();
  const known = own?.get(id ?? (text === undefined ? "" : idOf(text)));
  if (known !== undefined) return known;
  // An id beside its own text adds nothing to it where any text is answered.
  if (mode === "open" && text !== undefined) return text;
  throw new VraagOnbekend();
}

// Private: `extensions.persistedQuery` as Apollo's clients send it, or `documentId` as GraphQL over HTTP proposes it.
function askedIn(body: unknown): { readonly id: string | undefined; readonly text: string | undefined } {
  const { query, documentId, extensions } = recordOf(body);
  const { sha256Hash } = recordOf(recordOf(extensions)["persistedQuery"]);
  // A client that has no id may say so with null.
  const ids = [sha256Hash, documentId].filter((one) => one !== undefined && one !== null);
  const [first, second = first] = ids.map((one) =>
    typeof one === "string" ? one.replace(/^sha256:/, "").toLowerCase() : "",
  );
  if (first !== second) throw new VraagOnbekend();
  return { id: first, text: typeof query === "string" && query !== "" ? query : undefined };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function otherText(): HubError {
  return new HubError(
    "BAD_USER_INPUT",
    "De meegestuurde vraag is een andere dan die van de meegestuurde hash: stuur één van beide, of van beide dezelfde.",
    { status: 400 },
  );
}
