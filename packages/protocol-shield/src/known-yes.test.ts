import { describe, expect, it } from "vitest";
import { contextOf, vraag } from "../test/proef.ts";

/** The same question, asked by who knows nothing yet and by who knows everybody already. */
async function tweemaal(source: string) {
  const vooraf = contextOf();
  await vooraf.beslisser.leerKennen(["an", "bo", "cy"]);
  const [onbekend, bekend] = [await vraag(source), await vraag(source, vooraf)];
  return { onbekend, bekend };
}

describe("a field of which the yes is known already", () => {
  it.each([
    `{ nieuwkomer(id: "an") { id naam bsn geheim naamEnBsn vriend { naam bsn } uitkering { soort bedrag } } }`,
    `{ nieuwkomer(id: "bo") { id naam bsn geheim naamEnBsn vriend { naam bsn } uitkering { soort bedrag } } }`,
    `{ nieuwkomer(id: "cy") { id naam bsn geheim naamEnBsn vriend { naam bsn } uitkering { soort bedrag } } }`,
    `{ nieuwkomers { naam bsn geheim naamEnBsn uitkering { soort bedrag } } }`,
    `{ nieuwkomers { bsn naam alle: uitkeringen { soort } duur: uitkeringen(vanaf: 900) { soort bedrag } } }`,
    `{ cijfers { aantal } cijfersOverEenPersoon { aantal } zonderPersoon { soort } }`,
    `{ _entities(representations: [{ __typename: "Nieuwkomer", id: "bo" }]) { ... on Nieuwkomer { id naam bsn } } }`,
  ])("says, refuses and puts down what it would have said without: %s", async (source) => {
    const { onbekend, bekend } = await tweemaal(source);
    expect(bekend.data).toEqual(onbekend.data);
    expect(bekend.weigeringen.toSorted()).toEqual(onbekend.weigeringen.toSorted());
    const regels = ({ inzage }: typeof bekend) => inzage.regels.map((regel) => JSON.stringify(regel)).sort();
    expect(regels(bekend)).toEqual(regels(onbekend));
  });

  it("still asks of its arguments what they reveal", async () => {
    const { bekend } = await tweemaal(`{ nieuwkomers { uitkeringen(vanaf: 900) { soort } } }`);
    expect(bekend.data.nieuwkomers).toEqual([
      { uitkeringen: [{ soort: "bijstand" }] },
      { uitkeringen: null },
      { uitkeringen: null },
    ]);
  });

  it("tells the log what its resolver threw, and nobody what was no error", async () => {
    const { bekend, onbekend } = await tweemaal(`{ nieuwkomer(id: "an") { kapot vreemdKapot meteenKapot } }`);
    for (const { data, weigeringen, errors } of [bekend, onbekend]) {
      expect(data.nieuwkomer).toEqual({ kapot: null, vreemdKapot: null, meteenKapot: null });
      expect(weigeringen.toSorted()).toEqual([
        "nieuwkomer.kapot: the resolver broke",
        "nieuwkomer.meteenKapot: Denied without a decision.",
        "nieuwkomer.vreemdKapot: Denied without a decision.",
      ]);
      const causes = errors.map(({ originalError }) => originalError?.cause).filter((cause) => cause);
      expect(causes.toSorted()).toEqual(["Key (bsn)=(999990019) already exists", "at once"]);
    }
  });
});

describe("what the schema says of itself", () => {
  it("is nobody's gegeven, and stays open", async () => {
    const { data, weigeringen } = await vraag(
      `{ __typename __schema { queryType { name } } __type(name: "Cijfers") { fields { name } } }`,
    );
    expect(weigeringen).toEqual([]);
    expect(data).toEqual({
      __typename: "Query",
      __schema: { queryType: { name: "Query" } },
      __type: { fields: [{ name: "aantal" }] },
    });
  });
});
