import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { describe, expect, it } from "vitest";
import { ask } from "../support/ask.ts";
import { type Beller, bellers } from "../support/callers.ts";

const { id } = bekendePersonen.asielstatushouderB1;

const registers: readonly { readonly beller: Beller; readonly lijst: string; readonly query: string }[] = [
  { beller: bellers.werkcoach, lijst: "mijnKlanten", query: "gemeente reintegratievoorzieningen { soort }" },
  { beller: bellers.begeleider, lijst: "mijnBegeleidingen", query: "gemeente startdatum" },
  { beller: bellers.trajectbegeleider, lijst: "mijnInschrijvingen", query: "gemeente opleiding" },
];

for (const { beller, lijst, query } of registers) {
  const page = `query ($first: Int!, $after: String) { ${lijst}(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id ${query} nieuwkomer { id naam { geslachtsnaam } } } } } }`;

  describe(`${lijst}, for ${beller.rol}`, () => {
    it("starts from the partner's own register and walks to the nieuwkomer", async () => {
      const { data } = await ask(beller, page, { first: 500 });
      const nodes = data[lijst].edges.map(({ node }: { node: { gemeente: string } }) => node);
      expect(nodes.length).toBe(data[lijst].totalCount);
      expect(new Set(nodes.map(({ gemeente }: { gemeente: string }) => gemeente))).toEqual(
        new Set(["GM1680"]),
      );
      const known = nodes.find(({ nieuwkomer }: { nieuwkomer: { id: string } }) => nieuwkomer.id === id);
      expect(known.nieuwkomer.naam.geslachtsnaam).toMatch(/^Voorbeeld-/);
    });

    it("gives every row once when the pages are turned", async () => {
      const all = await ask(beller, page, { first: 500 });
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { data } = await ask(beller, page, { first: 3, after });
        seen.push(...data[lijst].edges.map(({ node }: { node: { id: string } }) => node.id));
        after = data[lijst].pageInfo.hasNextPage ? data[lijst].pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen).toEqual(all.data[lijst].edges.map(({ node }: { node: { id: string } }) => node.id));
    });

    it("refuses a page of none, of too many, and a cursor of its own making", async () => {
      for (const variables of [
        { first: 0 },
        { first: 501 },
        { first: -1 },
        { first: 1, after: "x" },
        { first: 1, after: "WyInIE9SIDE9MSAtLSJd" },
      ]) {
        const { errors } = await ask(beller, page, variables);
        expect(errors[0]?.extensions.code, JSON.stringify(variables)).toBe("BAD_USER_INPUT");
      }
    });

    it("is empty for another gemeente, and closed to every other partij", async () => {
      const elsewhere = await ask({ ...beller, gemeenten: [] }, page, { first: 10 });
      expect(elsewhere.data[lijst]).toMatchObject({ totalCount: 0, edges: [] });
      for (const other of registers.filter((one) => one.lijst !== lijst)) {
        const { data, errors } = await ask(other.beller, page, { first: 10 });
        const shown = data[lijst] === null || data[lijst].edges.length === 0;
        expect(shown, `${other.beller.rol} in ${lijst}: ${JSON.stringify(errors[0])}`).toBe(true);
      }
    });
  });
}
