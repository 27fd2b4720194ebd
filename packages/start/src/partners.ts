import { gemeente } from "@ketenhub/gemeente";
import { roc } from "@ketenhub/roc";
import type { SubgraphDefinition } from "@ketenhub/subgraph";
import { vluchtelingenwerk } from "@ketenhub/vluchtelingenwerk";
import { wpda } from "@ketenhub/wpda";

/** The subgraphs that make up the hub, in the order of their ports. The only place that knows them all. */
export const partners = [
  gemeente,
  wpda,
  vluchtelingenwerk,
  roc,
] as unknown as readonly SubgraphDefinition<unknown>[];

/** The one that knows who is involved, and signs it for the others. */
export const regie = "gemeente";
