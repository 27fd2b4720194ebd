import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from "graphql";

/** How an operation looks, whatever it asks. */
export interface Shape {
  readonly depth: number;
  readonly rootFields: number;
  readonly aliases: number;
}

/** The shape of an operation; of the whole document the aliases, for validation looks at all of them. */
export function shapeOf(document: DocumentNode, { selectionSet }: OperationDefinitionNode): Shape {
  const measure = new Measure(document);
  return {
    depth: measure.depth(selectionSet),
    rootFields: measure.width(selectionSet),
    aliases: measure.aliases,
  };
}

// Private: each fragment is measured once, or a few of them spread in each other would take forever. What the schema says of itself
// is not counted: graphql has its own limit for that.
class Measure {
  aliases = 0;
  readonly #fragments = new Map<string, SelectionSetNode>();
  readonly #depths = new Map<SelectionSetNode, number>();
  readonly #widths = new Map<SelectionSetNode, number>();

  constructor({ definitions }: DocumentNode) {
    for (const node of definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(node.name.value, node.selectionSet);
      if ("selectionSet" in node) this.#countAliases(node.selectionSet);
    }
  }

  depth(set: SelectionSetNode): number {
    return remembered(this.#depths, set, () =>
      set.selections.reduce((deepest, selection) => {
        if (selection.kind === Kind.FIELD) {
          if (selection.name.value.startsWith("__")) return deepest;
          return Math.max(deepest, 1 + (selection.selectionSet ? this.depth(selection.selectionSet) : 0));
        }
        const within = this.#within(selection);
        return Math.max(deepest, within ? this.depth(within) : 0);
      }, 0),
    );
  }

  width(set: SelectionSetNode): number {
    return remembered(this.#widths, set, () =>
      set.selections.reduce((sum, selection) => {
        if (selection.kind === Kind.FIELD) return sum + (selection.name.value.startsWith("__") ? 0 : 1);
        const within = this.#within(selection);
        return sum + (within ? this.width(within) : 0);
      }, 0),
    );
  }

  #within(selection: Exclude<SelectionSetNode["selections"][number], { kind: Kind.FIELD }>) {
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection.selectionSet;
    return this.#fragments.get(selection.name.value);
  }

  #countAliases({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD && selection.alias) this.aliases += 1;
      if ("selectionSet" in selection && selection.selectionSet) this.#countAliases(selection.selectionSet);
    }
  }
}

function remembered(
  known: Map<SelectionSetNode, number>,
  set: SelectionSetNode,
  measure: () => number,
): number {
  const measured = known.get(set) ?? measure();
  known.set(set, measured);
  return measured;
}
