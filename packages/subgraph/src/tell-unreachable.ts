import { isUnreachable } from "@ketenhub/database";
import { BronhouderOnbereikbaar } from "@ketenhub/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";

/** What makes of an error what a client sees. */
export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/**
 * Tells a client of a database that does not answer that this bronhouder is out of reach: asking again later can help, which nobody
 * would guess from a reference. The log gets the error as it gets every other.
 */
export function tellUnreachable(naam: string, format: FormatError): FormatError {
  return (formatted, error) => {
    const shown = format(formatted, error);
    if (!isUnreachable(error instanceof GraphQLError ? error.originalError : error)) return shown;
    const { message, extensions } = new BronhouderOnbereikbaar(naam);
    return { message, ...(formatted.path ? { path: formatted.path } : {}), extensions };
  };
}
