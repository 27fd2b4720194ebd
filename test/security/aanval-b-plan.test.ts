import { describe, expect, inject, it } from "vitest";
import { type Answer, ask, type Sending } from "../support/ask.ts";
import { askedOf, askTraced } from "../support/ask-traced.ts";
import { doelwit } from "../support/attackers.ts";
import { type Beller, bellers, tokenFor } from "../support/callers.ts";

const { regievoerder, begeleider, werkcoach } = bellers;
const id = doelwit;
let number = 0;
/** A text that no plan was made for yet. */
const fresh = (name: string) => {
  number += 1;
  return `query ${name}($id: ID!) { p${number}: nieuwkomer(id: $id) { id bsn naam { geslachtsnaam } uitkeringen { soort } begeleiding { startdatum notitie } } }`;
};
const seen = ({ data, errors }: Answer) => ({
  data: Object.values(data ?? {}),
  errors: errors.map(({ path = [], extensions }) => [path.slice(1).join("."), extensions]),
});

describe("B6 one text, asked by callers for whom something else is refused", () => {
  const orders: readonly (readonly [string, readonly Beller[]])[] = [
    ["more, less, more", [regievoerder, begeleider, regievoerder, werkcoach, regievoerder]],
    ["less, more, less", [begeleider, regievoerder, begeleider, werkcoach, begeleider]],
    ["other, less, more", [werkcoach, begeleider, regievoerder, werkcoach]],
  ];
  const ways: readonly (readonly [string, Sending])[] = [
    ["without operationName", {}],
    ["with operationName", { operationName: "Wie" }],
  ];
  const cases = orders.flatMap(([order, bellersInOrder]) =>
    ways.map(([way, sending]) => [order, way, bellersInOrder, sending] as const),
  );

  it.each(cases)(
    "B6 never serves the plan of one to another: %s, %s",
    async (_order, _way, bellersInOrder, sending) => {
      const shared = fresh("Wie");
      for (const beller of bellersInOrder) {
        const own = fresh("Wie");
        const [first, again] = [
          await askTraced(beller, own, { id }, sending),
          await askTraced(beller, shared, { id }, sending),
        ];
        expect(seen(again.answer)).toEqual(seen(first.answer));
        const asked = (traced: typeof first) =>
          traced.fetches
            .map(({ naam, query }) => `${naam} ${query.replaceAll(/\bp\d+\b|__\d+/g, "p")}`)
            .sort();
        expect(asked(again)).toEqual(asked(first));
        const mayAsk = (field: string) => expect(askedOf(again), field);
        if (beller === regievoerder) mayAsk("bsn").toMatch(/\bbsn\b/);
        else mayAsk("bsn").not.toMatch(/\bbsn\b/);
        if (beller === begeleider) mayAsk("uitkeringen").not.toMatch(/uitkeringen/);
        if (beller !== begeleider) mayAsk("notitie").not.toMatch(/notitie/);
      }
    },
  );

  it("B6 keeps no text by its hash, so that nobody can name one that somebody else registered", async () => {
    const token = await tokenFor(begeleider);
    const sha256Hash = "ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38";
    const persisted = { persistedQuery: { version: 1, sha256Hash } };
    for (const body of [{ extensions: persisted }, { query: "{ __typename }", extensions: persisted }]) {
      const response = await fetch(inject("hub").url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: `Bearer ${token}`,
          doel: begeleider.doel,
        },
        body: JSON.stringify(body),
      });
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: "PERSISTED_QUERY_NOT_SUPPORTED" } }],
      });
    }
  });
});

describe("B7 one text and one token, for another doel", () => {
  const query = fresh("Doel");

  it("B7 gets another decision, also when both are asked at the same moment", async () => {
    const token = await tokenFor(regievoerder);
    const doelen = ["regie", "pip", "voortgang", "regie", "pip", "voortgang", "regie", "pip"];
    const answers = await Promise.all(
      doelen.map((doel) => ask({ ...regievoerder, doel }, query, { id }, { token })),
    );
    answers.forEach(({ data, errors }, index) => {
      const [person] = Object.values(data) as { bsn: string | null }[];
      expect(person?.bsn === null, doelen[index]).toBe(doelen[index] !== "regie");
      expect(errors.every(({ extensions }) => extensions["doel"] === doelen[index])).toBe(true);
    });
  });
});
