import { createHash } from "node:crypto";
import { type DocumentNode, type FieldNode, Kind, print, type SelectionSetNode, visit } from "graphql";
import { isNeverIncluded } from "./never-included.ts";

/** A document without what was refused in it, and the key under which its plan may be kept. */
export interface PlannedDocument {
  readonly document: DocumentNode;
  /** Of the text that is planned: a caller for whom something else is refused can never meet this plan. */
  readonly queryHash: string;
}

/** Kept with the document itself, so that it is forgotten with it; a document knows few sets of refused fields. */
const planned = new WeakMap<DocumentNode, Map<string, PlannedDocument>>();
const maximumVariants = 200;

/**
 * The document without these fields. A selection that would be empty asks for `__typename`, which tells nothing but that the
 * object is there. The same refusals give the same document, whoever asks.
 */
export function withoutRefused(document: DocumentNode, refused: ReadonlySet<FieldNode>): PlannedDocument {
  const variants = planned.get(document) ?? new Map<string, PlannedDocument>();
  planned.set(document, variants);
  const key = [...refused].map(placeOf).sort().join(" ");
  const known = variants.get(key);
  if (known) return known;
  const filtered = filter(document, refused);
  const variant = {
    document: filtered,
    queryHash: createHash("sha256").update("zonder geweigerd:").update(print(filtered)).digest("hex"),
  };
  if (variants.size >= maximumVariants) variants.clear();
  variants.set(key, variant);
  return variant;
}

// Private: two fields of one document never begin at the same place.
function placeOf({ loc }: FieldNode): number {
  if (!loc) throw new Error("A document without locations cannot be filtered.");
  return loc.start;
}

function filter(document: DocumentNode, refused: ReadonlySet<FieldNode>): DocumentNode {
  return visit(document, {
    Field: {
      enter: (node) =>
        refused.has(node) || isNeverIncluded(node) || isIntrospection(node) ? null : undefined,
    },
    InlineFragment: { enter: (node) => (isNeverIncluded(node) ? null : undefined) },
    FragmentSpread: { enter: (node) => (isNeverIncluded(node) ? null : undefined) },
    SelectionSet: { leave: (node) => (node.selections.length === 0 ? typenameOnly : undefined) },
  });
}

/** What the gateway answers itself. */
function isIntrospection({ name }: FieldNode): boolean {
  return name.value === "__schema" || name.value === "__type";
}

const typenameOnly: SelectionSetNode = {
  kind: Kind.SELECTION_SET,
  selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } }],
};
