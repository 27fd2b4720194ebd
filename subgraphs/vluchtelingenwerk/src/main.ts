import { runSubgraph } from "@ketenhub/subgraph";
import { vluchtelingenwerk } from "./vluchtelingenwerk.ts";

await runSubgraph(vluchtelingenwerk, process.env);
