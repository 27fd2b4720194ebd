import { runSubgraph } from "@ketenhub/subgraph";
import { wpda } from "./wpda.ts";

await runSubgraph(wpda, process.env);
