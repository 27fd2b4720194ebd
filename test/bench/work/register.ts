import { trajectbegeleider } from "../asker.ts";
import { gemeente, type People } from "../world/people.ts";
import { pagesOf } from "./pages.ts";
import { expectCount, inTurn, type Work } from "./work.ts";

const first = 52;

/** What the ROC reads in its own register: no other partner has a part in it. */
export function register({ inschrijvingen }: People): Work {
  return {
    naam: "eigen register van het ROC",
    asker: trajectbegeleider,
    query: `query Register($first: Int!, $after: String) {
      mijnInschrijvingen(first: $first, after: $after) { totalCount edges { node {
        id gemeente soort opleiding startdatum einddatum aanwezigheidspercentage } } } }`,
    path: "/register",
    compared: 3,
    check: ({ mijnInschrijvingen }) => expectCount("inschrijvingen", first, mijnInschrijvingen.edges.length),
    begin: inTurn(pagesOf(inschrijvingen, first).map((page) => ({ gemeente, ...page }))),
  };
}
