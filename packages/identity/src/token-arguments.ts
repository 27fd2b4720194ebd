import { parseArgs } from "node:util";
import { z } from "zod";

const options = {
  partij: { type: "string", multiple: true },
  rol: { type: "string", multiple: true },
  gemeente: { type: "string", multiple: true },
  medewerker: { type: "string", multiple: true },
  nieuwkomer: { type: "string", multiple: true },
  doel: { type: "string", multiple: true },
  minuten: { type: "string", multiple: true },
} as const;

const Arguments = z.object({
  partij: once(),
  rol: once(),
  gemeente: z.array(z.string().regex(/^GM\d{4}$/, "expects GM and four digits, like GM1680")).default([]),
  medewerker: once().pipe(
    z.string().min(1, "expects an id").max(100, "expects at most 100 characters").optional(),
  ),
  nieuwkomer: once().pipe(z.guid("expects the id of a nieuwkomer, a UUID").toLowerCase().optional()),
  doel: z.array(z.string()).optional(),
  minuten: once().pipe(
    z
      .string()
      .regex(/^\d{1,4}$/, "expects a whole number")
      .transform(Number)
      .pipe(z.number().min(1, "expects at least 1").max(1440, "expects at most 1440"))
      .default(60),
  ),
});

/** What was typed after `npm run -s token --`, before anybody knows whether the protocol has such a partij. */
export type TokenArguments = z.output<typeof Arguments>;

/** Reads the command line; throws one sentence about the first thing that is wrong with it. */
export function readTokenArguments(args: readonly string[]): TokenArguments {
  const parsed = Arguments.safeParse(parse(args));
  if (parsed.success) return parsed.data;

  const issue = parsed.error.issues[0];
  throw new Error(`--${String(issue?.path[0])} ${issue?.message}.`);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    // Node's message goes on about dashes after its first sentence.
    const [problem] = (error as Error).message.split(". ");
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new Error(`${problem?.replace(/\.$/, "")}. Options: ${known.join(", ")}.`);
  }
}

// parseArgs lets the last of a repeated option win, in silence; so all are collected, and more than one is refused.
function once() {
  return z
    .array(z.string())
    .max(1, "may be given once")
    .optional()
    .transform((values) => values?.[0]);
}
