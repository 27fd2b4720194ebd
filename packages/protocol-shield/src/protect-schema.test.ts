import { geenFeiten } from "@ketenhub/protocol";
import { describe, expect, it } from "vitest";
import { beschermdZonder, contextOf, vraag } from "../test/proef.ts";

describe("a field about a person", () => {
  it("is shared when an article opens it for that person", async () => {
    const { data, weigeringen } = await vraag(
      `{ nieuwkomer(id: "an") { naam bsn uitkering { soort bedrag } } }`,
    );
    expect(weigeringen).toEqual([]);
    expect(data.nieuwkomer).toEqual({
      naam: "naam van an",
      bsn: "bsn van an",
      uitkering: { soort: "bijstand", bedrag: 1000 },
    });
  });

  it("is null with the reason when none does, and the rest stays", async () => {
    const { data, weigeringen } = await vraag(`{ nieuwkomer(id: "bo") { id naam bsn geheim } }`);
    expect(data.nieuwkomer).toEqual({ id: "bo", naam: "naam van bo", bsn: null, geheim: null });
    expect(weigeringen).toEqual([
      "nieuwkomer.bsn: NIET_EIGEN_CASELOAD bsn",
      "nieuwkomer.geheim: GEEN_ARTIKEL geheim",
    ]);
  });

  it("says with the reason which gegeven, doel and version of the protocol, and never a value", async () => {
    const { errors } = await vraag(`{ nieuwkomer(id: "bo") { bsn } }`);
    expect(errors[0]?.toJSON()).toMatchObject({
      message: "Het protocol deelt dit gegeven niet met u.",
      extensions: {
        code: "UNAUTHORIZED_FIELD_OR_TYPE",
        reden: "NIET_EIGEN_CASELOAD",
        gegeven: "bsn",
        doel: "reintegratie",
        protocolversie: "1.2.3",
      },
    });
    expect(JSON.stringify(errors)).not.toContain("bsn van");
  });

  it("is refused with the same reasons about a stranger as about nobody", async () => {
    const fields = "{ naam bsn geheim uitkering { soort } }";
    const [stranger, nobody] = await Promise.all(
      ["cy", "bestaat-niet"].map((id) => vraag(`{ nieuwkomer(id: "${id}") ${fields} }`)),
    );
    expect(nobody?.weigeringen).toEqual(stranger?.weigeringen);
    expect(nobody?.data).toEqual(stranger?.data);
  });

  it("needs every gegeven that it names, and those of the type around it", async () => {
    const { data, weigeringen } = await vraag(
      `{ nieuwkomer(id: "bo") { naamEnBsn uitkering { soort bedrag } } }`,
    );
    expect(data.nieuwkomer).toEqual({ naamEnBsn: null, uitkering: { soort: "bijstand", bedrag: null } });
    expect(weigeringen).toEqual([
      "nieuwkomer.naamEnBsn: NIET_EIGEN_CASELOAD bsn",
      "nieuwkomer.uitkering.bedrag: GEEN_TAAK bedrag",
    ]);
  });

  it("asks of its arguments what a root field would: a filter on what may not be read is refused", async () => {
    const { data, weigeringen } = await vraag(`{ nieuwkomer(id: "bo") {
      alle: uitkeringen { soort }
      duur: uitkeringen(vanaf: 900) { soort }
      leeg: uitkeringen(vanaf: null) { soort }
    } }`);
    expect(data.nieuwkomer).toEqual({ alle: [{ soort: "bijstand" }], duur: null, leeg: null });
    expect(weigeringen).toEqual(["nieuwkomer.duur: GEEN_TAAK bedrag", "nieuwkomer.leeg: GEEN_TAAK bedrag"]);
  });

  it("shows nothing when nobody said about whom it is", async () => {
    const { data, weigeringen } = await vraag(`{ zonderPersoon { soort bedrag } }`);
    expect(data.zonderPersoon).toEqual({ soort: null, bedrag: null });
    expect(weigeringen).toEqual([
      "zonderPersoon.soort: GEEN_ARTIKEL uitkering",
      "zonderPersoon.bedrag: GEEN_ARTIKEL uitkering",
    ]);
  });
});

describe("a figure", () => {
  it("is shared by an article about figures", async () => {
    expect((await vraag("{ cijfers { aantal } }")).data).toEqual({ cijfers: { aantal: 12 } });
  });

  it("that turns out to be about one person is not", async () => {
    const { data, weigeringen } = await vraag("{ cijfersOverEenPersoon { aantal } }");
    expect(data.cijfersOverEenPersoon).toEqual({ aantal: null });
    expect(weigeringen).toEqual(["cijfersOverEenPersoon.aantal: GEEN_ARTIKEL cijfers"]);
  });
});

describe("the same gegeven of the same person", () => {
  it("gets the same decision by every route", async () => {
    const { data, weigeringen } = await vraag(`
      query {
        direct: nieuwkomer(id: "bo") { bsn }
        alias: nieuwkomer(id: "bo") { naam: bsn }
        fragment: nieuwkomer(id: "bo") { ...Alles }
        inline: nieuwkomer(id: "bo") { ... on Nieuwkomer { ... { bsn } } }
        conditie: nieuwkomer(id: "bo") { bsn @skip(if: false) @include(if: true) }
        genest: nieuwkomer(id: "an") { vriend { bsn vriend { bsn } } }
        entiteit: _entities(representations: [{ __typename: "Nieuwkomer", id: "bo" }]) { ... on Nieuwkomer { bsn } }
      }
      fragment Alles on Nieuwkomer { bsn }`);
    expect(data).toEqual({
      direct: { bsn: null },
      alias: { naam: null },
      fragment: { bsn: null },
      inline: { bsn: null },
      conditie: { bsn: null },
      genest: { vriend: { bsn: null, vriend: { bsn: null } } },
      entiteit: [{ bsn: null }],
    });
    expect(new Set(weigeringen.map((one) => one.split(": ")[1]))).toEqual(
      new Set(["NIET_EIGEN_CASELOAD bsn"]),
    );
    expect(weigeringen).toHaveLength(8);
  });

  it("is decided once, with facts loaded once for each person, however many fields ask", async () => {
    const fields = Array.from({ length: 20 }, (_, index) => `a${index}: bsn b${index}: naam`).join(" ");
    const { geladen, inzage } = await vraag(`{ nieuwkomers { ${fields} } }`);
    expect(geladen.toSorted()).toEqual(["an", "bo", "cy"]);
    expect(inzage.regels).toEqual([
      { persoonId: "an", actie: "lezen", gegeven: "bsn", artikel: "2" },
      { persoonId: "an", actie: "lezen", gegeven: "naam", artikel: "1" },
      { persoonId: "bo", actie: "lezen", gegeven: "naam", artikel: "1" },
    ]);
  });

  it("is decided anew in the next request", async () => {
    const query = `{ nieuwkomer(id: "an") { naam } }`;
    expect((await vraag(query)).data.nieuwkomer.naam).toBe("naam van an");
    const withdrawn = await vraag(
      query,
      contextOf(async (id) => geenFeiten(id)),
    );
    expect(withdrawn.data.nieuwkomer.naam).toBeNull();
    expect((await vraag(query)).data.nieuwkomer.naam).toBe("naam van an");
  });
});

describe("a root field that reads", () => {
  it("may filter on what may be read, and on nothing else, at any depth", async () => {
    expect((await vraag(`{ nieuwkomers(filter: { naam: "x" }) { id } }`)).weigeringen).toEqual([]);
    for (const filter of [
      `{ geheim: "x" }`,
      `{ geheim: null }`,
      `{ naam: "x", of: [[{ geheim: "x" }]] }`,
      `{ of: [[{ of: [[{ naam: "x" }], [{ geheim: null }]] }]] }`,
    ]) {
      const { data, weigeringen } = await vraag(`{ nieuwkomers(filter: ${filter}) { id } }`);
      expect(data).toEqual({ nieuwkomers: null });
      expect(weigeringen).toEqual(["nieuwkomers: GEEN_ARTIKEL geheim"]);
    }
  });
});

describe("a mutation", () => {
  const wijzig = (input: string) =>
    vraag(`mutation { wijzig(input: { ${input} }) { nieuwkomer { id naam } } }`);

  it("is carried out when everything in it may be written about the person", async () => {
    const { data, gedaan, inzage } = await wijzig(`nieuwkomerId: "an", naam: "x", uitkering: "y"`);
    expect(data.wijzig.nieuwkomer.id).toBe("an");
    expect(gedaan).toEqual(["persoonVan", "wijzig an"]);
    expect(inzage.regels.filter(({ actie }) => actie === "schrijven").map(({ gegeven }) => gegeven)).toEqual([
      "naam",
      "uitkering",
    ]);
  });

  it("is refused before anybody is looked up when something in it may never be written", async () => {
    for (const bsn of [`"1"`, "null"]) {
      const { data, weigeringen, gedaan, geladen } = await wijzig(`nieuwkomerId: "an", bsn: ${bsn}`);
      expect(data).toEqual({ wijzig: null });
      expect(weigeringen).toEqual(["wijzig: GEEN_ARTIKEL bsn"]);
      expect({ gedaan, geladen }).toEqual({ gedaan: [], geladen: [] });
    }
  });

  it("is refused before it is carried out when something in it may not be written about this person", async () => {
    const { weigeringen, gedaan } = await wijzig(`nieuwkomerId: "bo", naam: "x", uitkering: null`);
    expect(weigeringen).toEqual(["wijzig: GEEN_TAAK uitkering"]);
    expect(gedaan).toEqual(["persoonVan"]);
  });

  it("is refused in the same way about a stranger and about nobody", async () => {
    for (const id of ["cy", "niemand", "bestaat-niet", ""]) {
      const { weigeringen, gedaan } = await wijzig(`nieuwkomerId: "${id}", naam: "x"`);
      expect(weigeringen).toEqual(["wijzig: NIET_BETROKKEN naam"]);
      expect(gedaan).toEqual(["persoonVan"]);
    }
  });

  it("is not carried out when it cannot be found out for whom it is", async () => {
    const { data, weigeringen, gedaan } = await wijzig(`nieuwkomerId: "kapot", naam: "x"`);
    expect(data).toEqual({ wijzig: null });
    expect(weigeringen).toEqual(["wijzig: the database is down"]);
    expect(gedaan).toEqual(["persoonVan"]);
  });

  it("is not carried out when nobody says for whom it is", async () => {
    const { data, weigeringen, gedaan } = await vraag(`mutation { verweesd { nieuwkomer { id } } }`);
    expect(data).toEqual({ verweesd: null });
    expect(weigeringen).toEqual(["verweesd: Nobody says for whom verweesd is."]);
    expect(gedaan).toEqual([]);
  });

  it("is refused whole when something that it asks back is refused about this person", async () => {
    for (const payload of ["naam bsn", "...A", "... on Nieuwkomer { ... @include(if: true) { bsn } }"]) {
      const { data, weigeringen, gedaan, inzage } = await vraag(
        `mutation { wijzig(input: { nieuwkomerId: "bo", naam: "x" }) { nieuwkomer { ${payload} } } }
         ${payload === "...A" ? "fragment A on Nieuwkomer { bsn }" : ""}`,
      );
      expect(data).toEqual({ wijzig: null });
      expect(weigeringen).toEqual(["wijzig: NIET_EIGEN_CASELOAD bsn"]);
      expect(gedaan).toEqual(["persoonVan"]);
      expect(inzage.regels).toEqual([]);
    }
  });

  it("is refused whole when one key stands in it twice, and only one of them asks back what is refused", async () => {
    const input = `input: { nieuwkomerId: "bo", naam: "x" }`;
    const open = `m: wijzig(${input}) { nieuwkomer { naam } }`;
    for (const field of ["bsn", "geheim"]) {
      const closed = `m: wijzig(${input}) { nieuwkomer { ${field} } }`;
      for (const orders of [`${closed} ${open}`, `${open} ${closed}`, `...F ${open}`, `${open} ...F`]) {
        const fragment = orders.includes("...F") ? `fragment F on Mutation { ${closed} }` : "";
        const { data, gedaan } = await vraag(`mutation { ${orders} } ${fragment}`);
        expect(data, orders).toEqual({ m: null });
        expect(gedaan, orders).not.toContain("wijzig bo");
      }
    }
  });

  it("is carried out when what is refused is not really asked back", async () => {
    const { data, gedaan } = await vraag(
      `mutation { wijzig(input: { nieuwkomerId: "bo", naam: "x" }) { nieuwkomer { naam bsn @skip(if: true) } } }`,
    );
    expect(data).toEqual({ wijzig: { nieuwkomer: { naam: "naam van bo" } } });
    expect(gedaan).toEqual(["persoonVan", "wijzig bo"]);
  });

  it("is carried out without what a condition in the question leaves out, and refused with it", async () => {
    const variables = (condition: string) =>
      condition.includes("$no")
        ? "($no: Boolean = false)"
        : condition.includes("$yes")
          ? "($yes: Boolean = true)"
          : "";
    const ask = (condition: string) =>
      vraag(`mutation ${variables(condition)} {
        wijzig(input: { nieuwkomerId: "bo", naam: "x" }) { nieuwkomer { naam bsn ${condition} } } }`);
    for (const out of [
      "@include(if: false)",
      "@include(if: $no)",
      "@skip(if: $yes)",
      "@skip(if: true) @include(if: true)",
    ]) {
      expect((await ask(out)).gedaan, out).toEqual(["persoonVan", "wijzig bo"]);
    }
    for (const kept of ["@include(if: true)", "@include(if: $yes)", "@skip(if: $no)"]) {
      expect((await ask(kept)).weigeringen, kept).toEqual(["wijzig: NIET_EIGEN_CASELOAD bsn"]);
    }
  });

  it("is carried out once when it stands there twice through a fragment, and may ask what its types are called", async () => {
    const { data, gedaan } = await vraag(`mutation { __typename ...A ...A }
      fragment A on Mutation { wijzig(input: { nieuwkomerId: "an", naam: "x" }) { __typename nieuwkomer { __typename ...N ...N } } }
      fragment N on Nieuwkomer { naam }`);
    expect(data).toEqual({
      __typename: "Mutation",
      wijzig: { __typename: "WijzigPayload", nieuwkomer: { __typename: "Nieuwkomer", naam: "naam van an" } },
    });
    expect(gedaan).toEqual(["persoonVan", "wijzig an"]);
  });

  it("is refused when it asks back something with an argument that reveals what is refused", async () => {
    const ask = (args: string) =>
      vraag(
        `mutation { wijzig(input: { nieuwkomerId: "bo", naam: "x" }) { nieuwkomer { uitkeringen${args} { soort } } } }`,
      );
    expect((await ask("")).gedaan).toEqual(["persoonVan", "wijzig bo"]);
    expect((await ask("(vanaf: 900)")).weigeringen).toEqual(["wijzig: GEEN_TAAK bedrag"]);
  });

  it("is not carried out when nobody agreed on what it asks back", async () => {
    const { data, weigeringen, gedaan } = await vraag(
      `mutation { wijzig(input: { nieuwkomerId: "an", naam: "x" }) { nieuwkomer { naam } } }`,
      contextOf(),
      beschermdZonder("Nieuwkomer.naam"),
    );
    expect(data).toEqual({ wijzig: null });
    expect(weigeringen).toEqual(["wijzig: Nieuwkomer.naam is not in the coverage."]);
    expect(gedaan).toEqual([]);
  });

  it("puts down what it writes and what it gives back, each once", async () => {
    const { inzage } = await vraag(
      `mutation { wijzig(input: { nieuwkomerId: "an", naam: "x" }) { nieuwkomer { naam bsn } } }`,
    );
    expect(inzage.regels.map(({ actie, gegeven }) => `${actie} ${gegeven}`).sort()).toEqual([
      "lezen bsn",
      "lezen naam",
      "lezen nieuwkomer",
      "schrijven naam",
    ]);
  });

  it("with several orders is carried out whole or not at all", async () => {
    const order = (key: string, of: string, more = "") =>
      `${key}: wijzig(input: { nieuwkomerId: "${of}", naam: "x" ${more} }) { nieuwkomer { naam } }`;
    const both = await vraag(`mutation { ${order("a", "an")} ${order("b", "bo")} }`);
    expect(both.gedaan).toEqual(["persoonVan", "persoonVan", "wijzig an", "wijzig bo"]);
    expect(both.weigeringen).toEqual([]);
    for (const orders of [
      `${order("a", "an")} ${order("b", "cy")}`,
      `${order("a", "cy")} ${order("b", "an")}`,
      `${order("a", "an")} ...F`,
    ]) {
      const fragment = orders.includes("...F") ? `fragment F on Mutation { ${order("b", "cy")} }` : "";
      const { data, weigeringen, gedaan, inzage } = await vraag(`mutation { ${orders} } ${fragment}`);
      expect(data).toEqual({ a: null, b: null });
      expect(weigeringen).toEqual(["a: NIET_BETROKKEN naam", "b: NIET_BETROKKEN naam"]);
      expect(gedaan.filter((what) => what.startsWith("wijzig"))).toEqual([]);
      expect(inzage.regels).toEqual([]);
    }
  });
});
