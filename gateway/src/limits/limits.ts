/** How large one operation may be. */
export interface Limits {
  /** Words and signs of the document, before it is parsed. */
  readonly tokens: number;
  /** Levels of fields, however they are selected. */
  readonly depth: number;
  /** Fields under a name of the caller's own, in the whole document. */
  readonly aliases: number;
  /** Fields at the root of the operation. */
  readonly rootFields: number;
  /** Places in the operation, each fragment counted wherever it is spread. */
  readonly nodes: number;
  /** Objects that the answer may hold, as estimated. */
  readonly cost: number;
}

/**
 * Far above what a dashboard asks, and far below what would hinder somebody else: a caseload of 500 with everything that the main job
 * asks counts as 30,000 objects.
 */
export const limits: Limits = {
  tokens: 4_000,
  depth: 16,
  aliases: 1_000,
  rootFields: 100,
  nodes: 10_000,
  cost: 60_000,
};

/** How many objects a list is taken to hold that cannot be asked for in pages: what belongs to one person. */
export const assumedListSize = 4;
