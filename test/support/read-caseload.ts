import { readFile } from "node:fs/promises";

/** The main job: the caseload, asked across four partners in one operation. It also stands in the README. */
export function readCaseload(): Promise<string> {
  return readFile(new URL("caseload.graphql", import.meta.url), "utf8");
}
