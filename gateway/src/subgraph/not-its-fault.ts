/** A subgraph did not answer, which says nothing about the subgraph: it is not left alone for it. */
export class NotItsFault extends Error {}
