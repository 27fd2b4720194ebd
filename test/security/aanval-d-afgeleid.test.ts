import { readCoverage } from "@ketenhub/annotations";
import { gemeente } from "@ketenhub/gemeente";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { roc } from "@ketenhub/roc";
import { createProtectedSchema, type SubgraphDefinition } from "@ketenhub/subgraph";
import { vluchtelingenwerk } from "@ketenhub/vluchtelingenwerk";
import { wpda } from "@ketenhub/wpda";
import { describe, expect, it } from "vitest";
import { ask } from "../support/ask.ts";
import { doelwit } from "../support/attackers.ts";
import { type Beller, bellers } from "../support/callers.ts";
import { composeSmall, linkTo } from "../support/compose-small.ts";

const inkomen = `type P @key(fields: "id") { id: ID! inkomen: Int @policy(policies: [["lezen:inkomen"]]) } type Query { p: P }`;
const open = `@policy(policies: [["lezen:naam"]])`;
const travels = expect.stringContaining("takes a fact along");

describe("a value that is made of another", () => {
  it("D1 does not compose when it asks less than what it is made of, and is refused here even when it asks as much", () => {
    const less = composeSmall(
      inkomen,
      `type P @key(fields: "id") { id: ID! inkomen: Int @external draagkracht: Int @requires(fields: "inkomen") ${open} }`,
    );
    expect(less.errors).toEqual(["MISSING_TRANSITIVE_AUTH_REQUIREMENTS"]);
    expect(less.lint).toContainEqual(travels);
    const asMuch = composeSmall(
      inkomen,
      `type P @key(fields: "id") { id: ID! inkomen: Int @external
         draagkracht: Int @requires(fields: "inkomen") @policy(policies: [["lezen:inkomen"]]) }`,
    );
    expect(asMuch.errors).toEqual([]);
    expect(asMuch.lint).toEqual([`b: @requires(fields: "inkomen") takes a fact along; expected "toegang"`]);
  });

  it("D2 does not compose when there is another value in between", () => {
    const { errors, lint } = composeSmall(
      inkomen,
      `type P @key(fields: "id") { id: ID! inkomen: Int @external
         draagkracht: Int @requires(fields: "inkomen") @policy(policies: [["lezen:inkomen"]]) }`,
      `type P @key(fields: "id") { id: ID! draagkracht: Int @external advies: String @requires(fields: "draagkracht") ${open} }`,
    );
    expect(errors).toContain("MISSING_TRANSITIVE_AUTH_REQUIREMENTS");
    expect(lint.filter((line) => line.includes("takes a fact along"))).toHaveLength(2);
  });

  it("D3 does not compose when what it is made of stands within something else", () => {
    const { errors, lint } = composeSmall(
      `type P @key(fields: "id") { id: ID! werk: Werk ${open} } type Werk { inkomen: Int @policy(policies: [["lezen:inkomen"]]) }
       type Query { p: P }`,
      `type P @key(fields: "id") { id: ID! werk: Werk @external draagkracht: Int @requires(fields: "werk { inkomen }") ${open} }
       type Werk { inkomen: Int @external }`,
    );
    expect(errors).toContain("MISSING_TRANSITIVE_AUTH_REQUIREMENTS");
    expect(lint).toContainEqual(travels);
  });

  it("D4 is not taken from what stands around it: @fromContext is refused", () => {
    const { lint } = composeSmall(
      `${linkTo(`["@key", "@context", "@fromContext", "@policy"]`, "2.8")}
       type P @key(fields: "id") @context(name: "p") { id: ID! inkomen: Int @policy(policies: [["lezen:inkomen"]]) kind: K }
       type K @key(fields: "id") { id: ID! toeslag(i: Int @fromContext(field: "$p { inkomen }")): Int }
       type Query { p: P }`,
    );
    expect(lint).toEqual([
      expect.stringContaining("a: @context is not enforced by this hub"),
      expect.stringContaining("a: @fromContext is not enforced by this hub"),
    ]);
  });

  it("D5 is not answered by somebody whose it is not: @provides composes, and is refused here", () => {
    const { errors, lint } = composeSmall(
      `type P @key(fields: "id") { id: ID! bsn: String @shareable @policy(policies: [["lezen:bsn"]]) } type Query { p: P }`,
      `${linkTo(`["@key", "@external", "@provides", "@policy"]`)}
       type P @key(fields: "id") { id: ID! bsn: String @external } type Query { q: P @provides(fields: "bsn") }`,
    );
    expect(errors).toEqual([]);
    expect(lint).toEqual([expect.stringContaining("b: @provides is not enforced by this hub")]);
  });
});

describe("D6 a fact that says something of another", () => {
  const { begeleider, trajectbegeleider, werkcoach } = bellers;
  const open: readonly { readonly beller: Beller; readonly derived: string; readonly source: string }[] = [
    { beller: begeleider, derived: "heeftUitkering", source: "uitkeringen { soort }" },
    { beller: begeleider, derived: "ontzorgenTot", source: "ontzorgen { einddatum }" },
    { beller: begeleider, derived: "huishoudgrootte", source: "gezin { leden { rol } }" },
    { beller: begeleider, derived: "isInburgeringsplichtig", source: "inburgeringsplicht { begindatum }" },
    { beller: begeleider, derived: "eindeInburgeringstermijn", source: "inburgeringstermijn { einddatum }" },
    {
      beller: trajectbegeleider,
      derived: "heeftReintegratievoorziening",
      source: "reintegratievoorzieningen { soort }",
    },
    {
      beller: werkcoach,
      derived: "inschrijvingen { aanwezigheidspercentage }",
      source: "inschrijvingen { lesaanwezigheid { gevolgdeUren } }",
    },
  ];
  const closed: readonly { readonly beller: Beller; readonly derived: string }[] = [
    { beller: begeleider, derived: "heeftReintegratievoorziening" },
    { beller: begeleider, derived: "inschrijvingen { aanwezigheidspercentage }" },
    { beller: trajectbegeleider, derived: "heeftUitkering" },
    { beller: trajectbegeleider, derived: "ontzorgenTot" },
    { beller: trajectbegeleider, derived: "huishoudgrootte" },
    { beller: trajectbegeleider, derived: "heeftKinderen" },
    { beller: werkcoach, derived: "huishoudgrootte" },
  ];
  const askField = (beller: Beller, field: string) =>
    ask(beller, `query ($id: ID!) { nieuwkomer(id: $id) { ${field} } }`, { id: doelwit });

  it.each(open)(
    "D6 is a gegeven of its own: $derived is open to a $beller.rol, and $source is not",
    async ({ beller, derived, source }) => {
      expect((await askField(beller, derived)).errors).toEqual([]);
      const { errors } = await askField(beller, source);
      expect(errors.length).toBeGreaterThan(0);
      expect(errors.every(({ extensions }) => extensions["reden"] === "GEEN_ARTIKEL")).toBe(true);
    },
  );

  it.each(closed)(
    "D6 is closed to who has no article for it: $derived, to a $beller.rol",
    async ({ beller, derived }) => {
      const { data, errors } = await askField(beller, derived);
      expect(Object.values(data.nieuwkomer)).toEqual([null]);
      expect(errors.map(({ extensions }) => extensions["reden"])).toEqual(["GEEN_ARTIKEL"]);
    },
  );
});

const definitions = [
  gemeente,
  wpda,
  vluchtelingenwerk,
  roc,
] as unknown as readonly SubgraphDefinition<unknown>[];

describe("D7 a copy of a fact at another bronhouder", () => {
  /** What says something else in each place, or in this one. */
  const ofItsOwn = [
    // The number of a row within one type.
    /\.id$/,
    // For which gemeente a bronhouder works; which gemeente leads is said by Nieuwkomer.gemeente alone.
    /\.gemeente$/,
    // An organisation's.
    /^DeelnemendeOrganisatie\.naam$/,
  ];

  it("D7 asks at least what the fact itself asks, or it is no field at all", async () => {
    const versies = await readProtocolversies();
    const gegevens = versies.alle.at(-1)?.gegevens ?? new Set();
    const asked = new Map<string, readonly string[]>();
    for (const definition of definitions) {
      const schema = await createProtectedSchema(definition, versies);
      for (const [coordinate, required] of readCoverage(schema, gegevens)) {
        asked.set(
          coordinate,
          required.map(({ gegeven }) => gegeven),
        );
      }
    }
    const copies = [...asked].flatMap(([coordinate, required]) => {
      const fact = asked.get(`Nieuwkomer.${coordinate.split(".")[1]}`);
      if (!fact || ofItsOwn.some((one) => one.test(coordinate))) return [];
      return [{ coordinate, lacks: fact.filter((gegeven) => !required.includes(gegeven)) }];
    });
    expect(copies.length).toBeGreaterThan(30);
    expect(copies.filter(({ lacks }) => lacks.length > 0)).toEqual([]);
  });
});
