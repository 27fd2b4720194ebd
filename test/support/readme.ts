import { readFile } from "node:fs/promises";

/** A fenced block of the README: its language and its text. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** The README as it stands. */
export function readReadme(): Promise<string> {
  return readFile(new URL("../../README.md", import.meta.url), "utf8");
}

/** The fenced blocks of a document, in order. */
export function blocksOf(document: string): readonly Block[] {
  return [...document.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = "", text = ""]) => ({
    language,
    text,
  }));
}

/** The cells of the table whose header row contains a text, by row name and column name. */
export function tableWith(
  document: string,
  header: string,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const lines = document.split("\n");
  const start = lines.findIndex((line) => line.startsWith("|") && line.includes(header));
  const cells = (line: string) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
  const [, ...columns] = cells(lines[start] ?? "");
  const rows = lines.slice(start + 2);
  const end = rows.findIndex((line) => !line.startsWith("|"));
  return new Map(
    rows.slice(0, end).map((line) => {
      const [name = "", ...values] = cells(line);
      return [name, new Map(columns.map((column, index) => [column, values[index] ?? ""]))];
    }),
  );
}

/** Whether an answer holds what a shortened example shows: each shown item somewhere, any day for a day. */
export function holds(answer: unknown, example: unknown): boolean {
  if (Array.isArray(example)) {
    return (
      Array.isArray(answer) && example.every((item) => answer.some((candidate) => holds(candidate, item)))
    );
  }
  if (typeof example === "object" && example !== null) {
    if (typeof answer !== "object" || answer === null) return false;
    const found = answer as Record<string, unknown>;
    return Object.entries(example).every(([key, value]) => holds(found[key], value));
  }
  // The example population is made for the day of the first start, so its days move along.
  const isDay = (value: unknown) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return answer === example || (isDay(answer) && isDay(example));
}
