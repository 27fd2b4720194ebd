import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";

/** A key of the document, or a place in it: `["artikelen", 3, "lezen"]`. */
export type Pad = readonly (string | number)[];

/** A YAML text with its lines, so that what is wrong in it can be pointed at. */
export interface Brontekst {
  readonly yaml: Document;
  /** `bestand:regel` of the deepest part on the path that is there; a missing key is reported at what should hold it. */
  plaatsVan(pad: Pad): string;
  /** `bestand:regel` of a position in the text. */
  plaatsOp(offset: number): string;
}

/** Reads a YAML text, and remembers where everything in it stands. Mistakes in the YAML are in `yaml.errors`. */
export function leesBrontekst(text: string, bestand: string): Brontekst {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, uniqueKeys: true, merge: false });
  const plaatsOp = (offset: number) => `${bestand}:${lines.linePos(offset).line}`;
  return { yaml, plaatsOp, plaatsVan: (pad) => plaatsOp(offsetOf(yaml.contents, pad)) };
}

/** `bestand:regel` of a part of the document in a YAML text. */
export function plaatsIn(text: string, bestand: string, pad: Pad): string {
  return leesBrontekst(text, bestand).plaatsVan(pad);
}

// Private.
function offsetOf(root: unknown, path: Pad): number {
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
