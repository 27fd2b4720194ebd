import type { Document } from "yaml";
import type { z } from "zod";
import { type ProtocolDocument, ProtocolDocumentSchema } from "./document.ts";
import { latereRegelFouten } from "./latere-regels.ts";
import { leesBrontekst } from "./plaats.ts";
import { type Fout, verbandFouten } from "./verbanden.ts";

/** The document cannot be used: each line names file, line, what is wrong and what is expected. */
export class OngeldigProtocol extends Error {
  readonly fouten: readonly string[];

  constructor(fouten: readonly string[]) {
    super(`Het protocol kan niet worden gebruikt:\n${fouten.join("\n")}`);
    this.name = "OngeldigProtocol";
    this.fouten = fouten;
  }
}

/** What is known about a text before it is read. */
export interface ParseOptions {
  /** A later version took the place of this one: rules that were made since do not apply to it. */
  readonly vervangen?: boolean;
}

/** Reads the YAML text of a protocol. Throws `OngeldigProtocol` with everything that is wrong, never with only the first. */
export function parseProtocol(
  text: string,
  bestand: string,
  { vervangen = false }: ParseOptions = {},
): ProtocolDocument {
  const { yaml, plaatsVan, plaatsOp } = leesBrontekst(text, bestand);
  if (yaml.errors.length > 0) {
    throw new OngeldigProtocol(
      yaml.errors.map((error) => `${plaatsOp(error.pos[0])}: ${error.message.split("\n")[0]}`),
    );
  }

  const where = ({ pad, melding }: Fout) => `${plaatsVan(pad)}: ${pad.join(".")}: ${melding}`;
  const parsed = ProtocolDocumentSchema.safeParse(plain(yaml, bestand));
  if (!parsed.success) throw new OngeldigProtocol(parsed.error.issues.map(toFout).map(where));

  const fouten = [...verbandFouten(parsed.data), ...(vervangen ? [] : latereRegelFouten(parsed.data))];
  if (fouten.length > 0) throw new OngeldigProtocol(fouten.map(where));
  return parsed.data;
}

// Private: an alias to nothing, or one that unfolds without end, is refused by the library when it unfolds.
function plain(yaml: Document, bestand: string): unknown {
  try {
    return yaml.toJS();
  } catch (error) {
    throw new OngeldigProtocol([`${bestand}:1: ${(error as Error).message}`]);
  }
}

// Private: zod names the place and what it expected; the line comes from the YAML node at that place.
function toFout(issue: z.core.$ZodIssue): Fout {
  return { pad: issue.path.filter((part) => typeof part !== "symbol"), melding: issue.message };
}
