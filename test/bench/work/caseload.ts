import { readCaseload } from "../../support/read-caseload.ts";
import { regievoerder } from "../asker.ts";
import { gemeente, type People } from "../world/people.ts";
import { pagesOf } from "./pages.ts";
import { expectCount, inTurn, type Work } from "./work.ts";

/** The caseload of a regievoerder, of so many people, over four partners. */
export async function caseload(first: number, { inGemeente }: People): Promise<Work> {
  return {
    naam: `caseload van ${first}`,
    asker: regievoerder,
    query: withAfter(await readCaseload()),
    path: "/caseload",
    compared: 3,
    check: ({ nieuwkomers }) => expectCount("people", first, nieuwkomers.edges.length),
    begin: inTurn(pagesOf(inGemeente, first).map((page) => ({ gemeente, ...page }))),
  };
}

// Private: the question of the README asks for the first page alone.
function withAfter(query: string): string {
  const paged = query
    .replace("$first: Int!)", "$first: Int!, $after: String)")
    .replace("first: $first,", "first: $first, after: $after,");
  if (paged.split("$after").length !== 3)
    throw new Error("The caseload of the README is asked another way now.");
  return paged;
}
