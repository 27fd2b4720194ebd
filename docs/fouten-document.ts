import { errorCodes } from "@ketenhub/errors";

/** The list of error codes as a document, in the words of `packages/errors`. */
export function foutenDocument(): string {
  const table = Object.entries(errorCodes).map(([code, betekenis]) => [`\`${code}\``, betekenis] as const);
  return `# Foutcodes

Elke fout die de hub zelf geeft heeft een code in \`extensions.code\`. Meldingen kunnen veranderen; de code is de afspraak. Wat
de GraphQL-taal zelf over een vraag zegt (een schrijffout, een veld dat niet bestaat) komt ongewijzigd door, met een code als
\`GRAPHQL_VALIDATION_FAILED\`. Al het andere wordt \`INTERNAL_SERVER_ERROR\`.

${aligned([["Code", "Betekenis"], ...table])}

Deze lijst is gemaakt uit \`packages/errors/src/error-codes.ts\`, met \`npm run docs\`.
`;
}

// Private: with columns of one width, as the formatter leaves it.
function aligned(rows: readonly (readonly [string, string])[]): string {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = ["", ""], ...body] = rows;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}
