import { parseArgs } from "node:util";
import { Gebruiksfout } from "./gebruiksfout.ts";

/** What a command takes: options with a value, switches without one, and how many words besides. */
export interface Verwacht {
  readonly waarden?: readonly string[];
  readonly schakelaars?: readonly string[];
  /** What the words besides are; without it there are none. */
  readonly woorden?: string;
}

/** What was typed after the name of a command. */
export interface Opties {
  /** The value of an option that may be given once. */
  een(naam: string): string | undefined;
  /** All values of an option. */
  alle(naam: string): readonly string[];
  aan(schakelaar: string): boolean;
  readonly woorden: readonly string[];
}

/** Reads what was typed after the name of a command. Throws `Gebruiksfout` for what the command does not know. */
export function leesOpties(args: readonly string[], verwacht: Verwacht): Opties {
  const { waarden = [], schakelaars = [], woorden: soortWoorden } = verwacht;
  const found = new Map<string, string[]>();
  const woorden: string[] = [];
  for (const token of tokensVan(args, waarden, schakelaars)) {
    if (token.kind === "positional" && soortWoorden === undefined)
      throw new Gebruiksfout(`"${token.value}" hoort hier niet. Verwacht: ${namen(verwacht)}.`);
    if (token.kind === "positional") woorden.push(token.value);
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    if (![...waarden, ...schakelaars].includes(name))
      throw new Gebruiksfout(`Onbekende optie ${rawName}. Verwacht: ${namen(verwacht)}.`);
    if (waarden.includes(name) && (value === undefined || value === ""))
      throw new Gebruiksfout(`${rawName} heeft een waarde nodig.`);
    if (schakelaars.includes(name) && value !== undefined)
      throw new Gebruiksfout(`${rawName} heeft geen waarde; er kwam "${value}".`);
    found.set(name, [...(found.get(name) ?? []), value ?? ""]);
  }
  return {
    een(naam) {
      const [waarde, ...meer] = found.get(naam) ?? [];
      if (meer.length > 0)
        throw new Gebruiksfout(`--${naam} mag maar een keer; er kwamen er ${meer.length + 1}.`);
      return waarde;
    },
    alle: (naam) => found.get(naam) ?? [],
    aan: (schakelaar) => found.has(schakelaar),
    woorden,
  };
}

// Private.
function tokensVan(args: readonly string[], waarden: readonly string[], schakelaars: readonly string[]) {
  const options = Object.fromEntries([
    ...waarden.map((naam) => [naam, { type: "string", multiple: true }] as const),
    ...schakelaars.map((naam) => [naam, { type: "boolean", multiple: true }] as const),
  ]);
  return parseArgs({ args: [...args], options, strict: false, tokens: true, allowPositionals: true }).tokens;
}

function namen({ waarden = [], schakelaars = [], woorden }: Verwacht): string {
  const opties = [...waarden, ...schakelaars].map((naam) => `--${naam}`);
  return [...opties, ...(woorden ? [woorden] : [])].join(", ");
}
