import { createMaskError } from "@ketenhub/errors";
import { geenFeiten } from "@ketenhub/protocol";
import { describe, expect, it } from "vitest";
import { beschermdZonder, contextOf, feiten, vraag } from "../test/proef.ts";

describe("the traps of graphql-shield", () => {
  const mask = createMaskError(() => {});

  it("S1: a field that has no rule is denied, and federation itself still works", async () => {
    const schema = beschermdZonder("Nieuwkomer.naam");
    const { data, weigeringen } = await vraag(
      `{ _service { sdl } nieuwkomer(id: "an") { id naam bsn } }`,
      contextOf(),
      schema,
    );
    expect(data.nieuwkomer).toEqual({ id: "an", naam: null, bsn: "bsn van an" });
    expect(weigeringen).toEqual(["nieuwkomer.naam: Denied without a decision."]);
    expect(data._service.sdl).toContain("type Nieuwkomer");
  });

  it("S2: when facts cannot be loaded the answer is no and an internal error, never a grant", async () => {
    const down = contextOf(() => Promise.reject(new Error("connect ECONNREFUSED 10.0.0.5:5432")));
    const { data, errors } = await vraag(`{ nieuwkomer(id: "an") { naam bsn uitkering { soort } } }`, down);
    expect(data.nieuwkomer).toEqual({ naam: null, bsn: null, uitkering: null });
    for (const error of errors) {
      const shown = mask(error.toJSON(), error);
      expect(shown.extensions?.["code"]).toBe("INTERNAL_SERVER_ERROR");
      expect(JSON.stringify(shown)).not.toContain("10.0.0.5");
    }
    expect(errors).toHaveLength(3);
  });

  it("S2: what is thrown that is not even an error is a no as well", async () => {
    const odd = contextOf(() => Promise.reject("geheime tekst"));
    const { data, weigeringen, errors } = await vraag(`{ nieuwkomer(id: "an") { naam } }`, odd);
    expect(data.nieuwkomer).toEqual({ naam: null });
    expect(weigeringen).toEqual(["nieuwkomer.naam: A decision failed."]);
    expect(errors[0]?.originalError?.cause).toBe("geheime tekst");
  });

  it("S3: a decision about one person never serves another in the same request", async () => {
    const own = `an: nieuwkomer(id: "an") { bsn }`;
    const other = `bo: nieuwkomer(id: "bo") { bsn }`;
    for (const query of [`{ ${own} ${other} }`, `{ ${other} ${own} }`]) {
      expect((await vraag(query)).data).toEqual({ an: { bsn: "bsn van an" }, bo: { bsn: null } });
    }
  });

  it("S4: a decision about one field never serves another of the same parent", async () => {
    for (const fields of ["naam bsn geheim", "geheim bsn naam"]) {
      const { data } = await vraag(`{ nieuwkomer(id: "bo") { ${fields} } }`);
      expect(data.nieuwkomer).toEqual({ naam: "naam van bo", bsn: null, geheim: null });
    }
  });

  it("S5: no decision stays behind in a context that is used again for somebody else", async () => {
    const context = contextOf();
    const query = `{ nieuwkomer(id: "an") { bsn } }`;
    expect((await vraag(query, context)).data.nieuwkomer.bsn).toBe("bsn van an");
    context.beslisser = contextOf(async () => feiten["cy"] ?? geenFeiten("cy")).beslisser;
    expect((await vraag(query, context)).data.nieuwkomer.bsn).toBeNull();
  });

  it("S7: a field without a resolver of its own is protected", async () => {
    const { data, weigeringen } = await vraag(`{ nieuwkomer(id: "cy") { naam bsn geheim } }`);
    expect(data.nieuwkomer).toEqual({ naam: null, bsn: null, geheim: null });
    expect(weigeringen).toHaveLength(3);
  });

  it("S8: a denied entity's fields are null although __resolveReference ran", async () => {
    const { data, gedaan, weigeringen } = await vraag(
      `{ _entities(representations: [{ __typename: "Nieuwkomer", id: "cy" }, { __typename: "Nieuwkomer", id: "an" }]) {
        ... on Nieuwkomer { id naam } } }`,
    );
    expect(gedaan).toEqual(["reference cy", "reference an"]);
    expect(data._entities).toEqual([
      { id: "cy", naam: null },
      { id: "an", naam: "naam van an" },
    ]);
    expect(weigeringen).toEqual(["_entities.0.naam: NIET_BETROKKEN naam"]);
  });

  it("S8: nothing in a representation but the person himself counts", async () => {
    const claim = `{ __typename: "Nieuwkomer", id: "cy", nieuwkomerId: "an", naam: "Gestolen", bsn: "1" }`;
    const { data } = await vraag(
      `{ _entities(representations: [${claim}]) { ... on Nieuwkomer { id naam bsn } } }`,
    );
    expect(data._entities).toEqual([{ id: "cy", naam: null, bsn: null }]);
  });

  it("S10: what a resolver threw is what the log gets, not a refusal that was never made", async () => {
    const { weigeringen } = await vraag(`{ nieuwkomer(id: "an") { kapot } }`);
    expect(weigeringen).toEqual(["nieuwkomer.kapot: the resolver broke"]);
  });

  it("S10: what a resolver threw that is no error does not become the value of the field", async () => {
    const { data, weigeringen } = await vraag(`{ nieuwkomer(id: "an") { vreemdKapot } }`);
    expect(data.nieuwkomer).toEqual({ vreemdKapot: null });
    expect(weigeringen).toEqual(["nieuwkomer.vreemdKapot: Denied without a decision."]);
  });
});
