import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { z } from "zod";
import { type ProtocolDocument, ProtocolDocumentSchema } from "./document.ts";
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

/** Reads the YAML text of a protocol. Throws `OngeldigProtocol` with everything that is wrong, never with only the first. */
export function parseProtocol(text: string, bestand: string): ProtocolDocument {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, uniqueKeys: true, merge: false });
  const at = (offset: number) => `${bestand}:${lines.linePos(offset).line}`;
  if (yaml.errors.length > 0) {
    throw new OngeldigProtocol(
      yaml.errors.map((error) => `${at(error.pos[0])}: ${error.message.split("\n")[0]}`),
    );
  }

  const where = ({ pad, melding }: Fout) =>
    `${at(offsetOf(yaml.contents, pad))}: ${pad.join(".")}: ${melding}`;
  const parsed = ProtocolDocumentSchema.safeParse(plain(yaml, bestand));
  if (!parsed.success) throw new OngeldigProtocol(parsed.error.issues.map(toFout).map(where));

  const fouten = verbandFouten(parsed.data);
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

/** The offset of the deepest node on the path that exists; a missing key is reported at its parent. */
function offsetOf(root: unknown, path: readonly (string | number)[]): number {
  let node = root as Node | null;
  for (const part of path) {
    const child = childOf(node, part);
    if (!child) break;
    node = child;
  }
  return node?.range?.[0] ?? 0;
}

function childOf(node: Node | null, part: string | number): Node | undefined {
  if (isSeq(node) && typeof part === "number") return node.items[part] as Node | undefined;
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isScalar(item.key) && item.key.value === part);
  return (pair?.value ?? pair?.key) as Node | undefined;
}
