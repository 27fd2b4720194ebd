import { randomUUID } from "node:crypto";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { describe, expect, it } from "vitest";
import { type Answer, ask } from "../support/ask.ts";
import { askTraced } from "../support/ask-traced.ts";
import { doelwit } from "../support/attackers.ts";
import { type Beller, bellers } from "../support/callers.ts";

const { regievoerder, klantmanager, werkcoach, begeleider, trajectbegeleider } = bellers;
const docent: Beller = { ...trajectbegeleider, rol: "docent", doel: "voortgang", medewerker: "roc-docent-1" };
const list = `query ($filter: NieuwkomersFilter, $orderBy: NieuwkomersVolgorde, $after: String, $first: Int! = 500) {
  nieuwkomers(filter: $filter, orderBy: $orderBy, after: $after, first: $first) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } } } }`;
const refusal = ({ data, errors }: Answer) => ({
  data,
  errors: errors.map(
    ({ path, extensions }) => `${path?.join(".")} ${extensions["reden"]} ${extensions["gegeven"]}`,
  ),
});
const refused = (gegeven: string) => ({
  data: { nieuwkomers: null },
  errors: [`nieuwkomers GEEN_ARTIKEL ${gegeven}`],
});
const idsOf = ({ data }: Answer): readonly string[] =>
  data.nieuwkomers.edges.map(({ node }: { node: { id: string } }) => node.id);
const decoded = (cursor: string) => Buffer.from(cursor, "base64url").toString("utf8");

describe("G1 a filter on what the caller may not read", () => {
  const cases: readonly (readonly [string, Beller, object, string])[] = [
    ["a begeleider", begeleider, { regime: "WI2013" }, "regime"],
    ["a begeleider, with nothing in it", begeleider, { regime: null }, "regime"],
    ["a trajectbegeleider", trajectbegeleider, { regime: "WI2021" }, "regime"],
    [
      "a klantmanager for ontzorgen",
      { ...klantmanager, doel: "ontzorgen" },
      { leerroute: "B1_ROUTE" },
      "leerroute-soort",
    ],
    ["a begeleider, beside what is open", begeleider, { leerroute: "B1_ROUTE", regime: "WI2013" }, "regime"],
  ];

  it.each(cases)(
    "G1 refuses the whole list, and asks no subgraph for it: %s",
    async (_who, beller, filter, gegeven) => {
      const { answer, fetches } = await askTraced(beller, list, { filter });
      expect(refusal(answer)).toEqual(refused(gegeven));
      expect(fetches).toEqual([]);
      const literal = JSON.stringify(filter).replaceAll(/"/g, "");
      const inText = await ask(beller, `{ nieuwkomers(filter: ${literal}) { totalCount } }`);
      expect(refusal(inText)).toEqual(refused(gegeven));
    },
  );

  it("G1 finds among those whom the caller may know, and nobody else", async () => {
    const all = new Set(idsOf(await ask(begeleider, list)));
    const found = idsOf(await ask(begeleider, list, { filter: { leerroute: "B1_ROUTE" } }));
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((one) => !all.has(one))).toEqual([]);
    const elsewhere = await ask(begeleider, list, { filter: { gemeente: "GM0106" } });
    expect(elsewhere.data.nieuwkomers).toMatchObject({ totalCount: 0, edges: [] });
  });

  it("G1 has no comparison, no pattern and no relation to search by", async () => {
    for (const filter of [
      { bsn: "999900018" },
      { bsn_startsWith: "9" },
      { leerroute: { not: "B1_ROUTE" } },
      { leerroute: ["B1_ROUTE", "Z_ROUTE"] },
      { gemeente: "GM%" },
      { pip: { zorg: { contains: "huisarts" } } },
      { OR: [{ regime: "WI2013" }] },
    ]) {
      const { data, errors } = await ask(regievoerder, list, { filter });
      expect(data?.nieuwkomers ?? null, JSON.stringify(filter)).toBeNull();
      expect(errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
    }
  });
});

describe("G2 an order", () => {
  it("G2 on what the caller may not read refuses the whole list", async () => {
    for (const volgorde of ["OPLOPEND", "AFLOPEND", null]) {
      const { answer, fetches } = await askTraced(docent, list, { orderBy: { eindeTermijn: volgorde } });
      expect(refusal(answer)).toEqual(refused("termijn-einddatum"));
      expect(fetches).toEqual([]);
    }
  });

  it("G2 leaves in its cursors nothing but what the caller may read and sorted on", async () => {
    const plain = await ask(begeleider, list);
    for (const { cursor, node } of plain.data.nieuwkomers.edges)
      expect(JSON.parse(decoded(cursor))).toEqual([node.id]);
    const sorted = await ask(begeleider, list, { orderBy: { naam: "OPLOPEND" } });
    for (const { cursor, node } of sorted.data.nieuwkomers.edges) {
      const place = JSON.parse(decoded(cursor));
      expect(place).toHaveLength(3);
      expect(place[2]).toBe(node.id);
    }
    expect(decoded(sorted.data.nieuwkomers.pageInfo.endCursor)).not.toMatch(/\d{9}(?!\d|-)/);
  });

  it("G2 takes no cursor as a question about somebody else", async () => {
    const cursor = (...place: unknown[]) => Buffer.from(JSON.stringify(place)).toString("base64url");
    const stranger = bekendePersonen.alleenGemeente.id;
    const after = await ask(begeleider, list, { after: cursor(stranger) });
    const nobodys = await ask(begeleider, list, {
      after: cursor(stranger.replace(/.$/, (last) => (last === "0" ? "1" : "0"))),
    });
    expect(after.text.replaceAll(stranger, "")).toBe(nobodys.text.replaceAll(stranger, ""));
    for (const place of [
      cursor("2027-01-01", stranger),
      cursor(1),
      cursor({}),
      cursor(null),
      "x",
      cursor("a", "b", "c"),
    ]) {
      expect((await ask(begeleider, list, { after: place })).errors[0]?.extensions.code).toBe(
        "BAD_USER_INPUT",
      );
    }
  });
});

describe("G3 a count", () => {
  it.each([
    ["a regievoerder", regievoerder],
    ["a klantmanager", klantmanager],
    ["a werkcoach", werkcoach],
    ["a begeleider", begeleider],
    ["a trajectbegeleider", trajectbegeleider],
    ["a docent", docent],
  ])("G3 is of those whom %s may know, and so is whether there are more", async (_who, beller) => {
    const { data } = await ask(beller, list);
    const { totalCount, edges, pageInfo } = data.nieuwkomers;
    expect(totalCount).toBe(edges.length);
    expect(pageInfo.hasNextPage).toBe(false);
    if (edges.length < 2) return;
    const last = await ask(beller, list, { first: edges.length - 1 });
    expect(last.data.nieuwkomers.pageInfo.hasNextPage).toBe(true);
    expect((await ask(beller, list, { after: edges.at(-1).cursor })).data.nieuwkomers).toMatchObject({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });
});

describe("G4 an order about somebody", () => {
  const start = `mutation ($input: StartKetenrelatieInput!) { startKetenrelatie(input: $input) { ketenrelatie { id } } }`;
  const input = (change: object) => ({
    nieuwkomerId: doelwit,
    partij: "wpda",
    doel: "reintegratie",
    idempotentieSleutel: randomUUID(),
    ...change,
  });

  it("G4 tells who may not give it nothing of what there is already: not that it exists, and not that it would clash", async () => {
    const elsewhere = { ...regievoerder, gemeenten: ["GM0106"] };
    const clash = await ask(elsewhere, start, { input: input({}) });
    const none = await ask(elsewhere, start, { input: input({ partij: "roc", doel: "voortgang" }) });
    const nobody = await ask(elsewhere, start, { input: input({ nieuwkomerId: randomUUID() }) });
    expect(clash.errors[0]?.extensions["reden"]).toBe("ANDERE_GEMEENTE");
    expect([none.text, nobody.text]).toEqual([clash.text, clash.text]);
    const otherPartij = await ask(werkcoach, start, { input: input({}) });
    expect(otherPartij.errors.map(({ extensions }) => extensions["reden"])).toEqual(["GEEN_ARTIKEL"]);
  });

  it("G4 shares its key with nobody: who uses the key of another hears nothing of him", async () => {
    const idempotentieSleutel = `gedeeld-${randomUUID()}`;
    const order = input({ partij: "gkb", doel: "schuldhulp", idempotentieSleutel });
    const first = await ask(regievoerder, start, { input: order });
    const other = { ...regievoerder, medewerker: "regievoerder-9" };
    const second = await ask(other, start, { input: order });
    expect(first.errors).toEqual([]);
    expect(second.errors[0]?.extensions.code).toBe("BEDRIJFSREGEL");
    expect(second.text).not.toContain(idempotentieSleutel);
  });
});

describe("G12 an empty field", () => {
  const withUitkering = doelwit;
  const without = bekendePersonen.gezinsmigrant.id;

  it("G12 is null without an error to who may read it, and to who may not the same refusal as a full one", async () => {
    const query = (id: string, field: string) => `{ nieuwkomer(id: "${id}") { ${field} { __typename } } }`;
    const open = await ask(regievoerder, query(without, "ontzorgen"));
    expect({ data: open.data, errors: open.errors }).toEqual({
      data: { nieuwkomer: { ontzorgen: null } },
      errors: [],
    });
    const caller = { ...trajectbegeleider };
    for (const field of ["uitkeringen", "begeleiding", "ontheffingen", "verlengingen"]) {
      const [full, empty] = [
        await ask(caller, query(withUitkering, field)),
        await ask(caller, query(without, field)),
      ];
      expect(full.data.nieuwkomer).toEqual({ [field]: null });
      expect(empty.text, field).toBe(full.text);
    }
  });
});
