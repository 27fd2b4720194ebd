import { runSubgraph } from "@ketenhub/subgraph";
import { gemeente } from "./gemeente.ts";

await runSubgraph(gemeente, process.env);
