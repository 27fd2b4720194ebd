import { OngeldigeInvoer } from "@ketenhub/errors";
import { GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { GraphQLLocalDate } from "graphql-scalars";

/** A text in one fixed form; a client that sends another form hears which was expected. */
function textScalar(
  name: string,
  form: Pick<RegExp, "test">,
  verwacht: string,
): GraphQLScalarType<string, string> {
  const read = (value: unknown): string => {
    if (typeof value !== "string" || !form.test(value)) throw new OngeldigeInvoer(name, verwacht, value);
    return value;
  };
  // What is stored is never quoted in a message.
  const serialize = (value: unknown): string => {
    if (typeof value !== "string" || !form.test(value))
      throw new TypeError(`A stored ${name} has another form.`);
    return value;
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

/** The scalars that the subgraphs share. A day stays text: it has no hour and no time zone. */
export const scalars = {
  Date: textScalar("Date", realDay, "een dag die bestaat, als JJJJ-MM-DD"),
  Gemeentecode: textScalar("Gemeentecode", /^GM\d{4}$/, "een gemeentecode zoals GM1680"),
  Partij: textScalar("Partij", /^[a-z][a-z0-9-]{0,39}$/, "de id van een partij uit het protocol"),
  Doelcode: textScalar("Doelcode", /^[a-z][a-z0-9-]{0,39}$/, "de code van een doel uit het protocol"),
} as const;
