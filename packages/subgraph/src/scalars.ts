import { OngeldigeInvoer } from "@ketenhub/errors";
import { GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { GraphQLLocalDate } from "graphql-scalars";

/** A text in one fixed form; a client that sends another form hears which was expected. */
function textScalar(
  name: string,
  form: Pick<RegExp, "test">,
  verwacht: string,
  written: (value: unknown) => unknown = (value) => value,
): GraphQLScalarType<string, string> {
  const read = (value: unknown): string => {
    if (typeof value !== "string" || !form.test(value)) throw new OngeldigeInvoer(name, verwacht, value);
    return value;
  };
  // What is stored is never quoted in a message.
  const serialize = (value: unknown): string => {
    const text = written(value);
    if (typeof text !== "string" || !form.test(text))
      throw new TypeError(`A stored ${name} has another form.`);
    return text;
  };
  const literal = (node: ValueNode) => read(node.kind === Kind.STRING ? node.value : undefined);
  return new GraphQLScalarType({ name, serialize, parseValue: read, parseLiteral: literal });
}

/** A day of the calendar; the year 0, which PostgreSQL does not have, is none. */
const realDay = {
  test: (text: string) => /^(?!0000)\d{4}-/.test(text) && isLocalDate(text),
};

function isLocalDate(text: string): boolean {
  try {
    GraphQLLocalDate.parseValue(text);
    return true;
  } catch {
    return false;
  }
}

/** A moment in UTC, to the millisecond at most. */
const realMoment = {
  test: (text: string) =>
    /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/.test(text) &&
    realDay.test(text.slice(0, 10)),
};

/** A moment comes from the database as a `Date`, and from an answer that was kept as its text. */
function writtenMoment(value: unknown): unknown {
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : value;
}

/** The scalars that the subgraphs share. A day stays text: it has no hour and no time zone. */
export const scalars = {
  Date: textScalar("Date", realDay, "een dag die bestaat, als JJJJ-MM-DD"),
  DateTime: textScalar(
    "DateTime",
    realMoment,
    "een moment in UTC, zoals 2026-11-22T09:30:00Z",
    writtenMoment,
  ),
  Gemeentecode: textScalar("Gemeentecode", /^GM\d{4}$/, "een gemeentecode zoals GM1680"),
  Partij: textScalar("Partij", /^[a-z][a-z0-9-]{0,39}$/, "de id van een partij uit het protocol"),
  Doelcode: textScalar("Doelcode", /^[a-z][a-z0-9-]{0,39}$/, "de code van een doel uit het protocol"),
  Gegevencode: textScalar(
    "Gegevencode",
    /^[a-z][a-z0-9-]{0,59}$/,
    "de code van een gegeven uit het protocol",
  ),
} as const;
