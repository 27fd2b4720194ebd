import type { GraphQLObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { beschermdZonder, contextOf, vraag } from "../test/proef.ts";

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

describe("how long a field of a row waits", () => {
  /** What a field of the protected schema gives for the row of a person, when everybody is known already. */
  async function gegeven(typeName: string, fieldName: string, persoonId: string | undefined, bekend = true) {
    const context = contextOf();
    if (bekend) await context.beslisser.leerKennen(["an", "bo", "cy"]);
    const { resolve } =
      (beschermdZonder().getType(typeName) as GraphQLObjectType).getFields()[fieldName] ?? {};
    const row = {
      nieuwkomerId: persoonId,
      id: persoonId,
      naam: "Zofia",
      bsn: "1",
      soort: "bijstand",
      bedrag: 1,
    };
    const given = resolve?.(row, {}, context, { fieldName } as never);
    if (given instanceof Promise) given.catch(() => undefined);
    return given instanceof Promise ? "waits" : given;
  }

  it("is not at all when the yes is known, or when it is nobody's gegeven", async () => {
    expect(await gegeven("Nieuwkomer", "naam", "an")).toBe("Zofia");
    expect(await gegeven("Nieuwkomer", "bsn", "an")).toBe("1");
    expect(await gegeven("Nieuwkomer", "naamEnBsn", "an")).toBe("Zofia, 1");
    expect(await gegeven("Nieuwkomer", "naam", "bo")).toBe("Zofia");
    expect(await gegeven("Uitkering", "bedrag", "an")).toBe(1);
    expect(await gegeven("Nieuwkomer", "id", "cy")).toBe("cy");
    expect(await gegeven("Nieuwkomer", "id", "cy", false)).toBe("cy");
  });

  it("is until it is decided, when that yes is not known", async () => {
    expect(await gegeven("Nieuwkomer", "naam", "an", false)).toBe("waits");
    expect(await gegeven("Nieuwkomer", "naam", "cy")).toBe("waits");
    expect(await gegeven("Nieuwkomer", "bsn", "bo")).toBe("waits");
    expect(await gegeven("Nieuwkomer", "geheim", "an")).toBe("waits");
    expect(await gegeven("Nieuwkomer", "naamEnBsn", "bo")).toBe("waits");
    expect(await gegeven("Uitkering", "bedrag", "bo")).toBe("waits");
    expect(await gegeven("Uitkering", "soort", undefined)).toBe("waits");
    expect(await gegeven("Nieuwkomer", "uitkeringen", "an")).toBe("waits");
    expect(await gegeven("Query", "nieuwkomers", "an")).toBe("waits");
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
