import { runSubgraph } from "@ketenhub/subgraph";
import { roc } from "./roc.ts";

await runSubgraph(roc, process.env);
