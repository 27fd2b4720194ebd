import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readCoverage } from "@ketenhub/annotations";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { buildASTSchema, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { createFilteredGateway } from "../../gateway/src/create-filtered-gateway.ts";
import { limits } from "../../gateway/src/limits/limits.ts";
import { composeContract, subgraphNames } from "../../schema/compose-contract.ts";
import { ask } from "../support/ask.ts";
import { doelwit } from "../support/attackers.ts";
import { bellers } from "../support/callers.ts";
import { composeSmall, linkTo, policyIn } from "../support/compose-small.ts";

const gegevens = new Set(["naam", "bsn"]);
const naam = `@policy(policies: [["lezen:naam"]])`;
const bsn = `@policy(policies: [["lezen:bsn"]])`;
const covered = (sdl: string | undefined) => () =>
  readCoverage(buildASTSchema(parse(sdl ?? ""), { assumeValidSDL: true }), gegevens);

describe("an annotation", () => {
  it("E1 under another name composes, and is refused here: nobody would look for it", () => {
    const renamed = composeSmall(
      `${linkTo(`[{ name: "@policy", as: "@open" }]`)} type Query { a: String @open(policies: [["lezen:bsn"]]) }`,
    );
    const inFull = composeSmall(
      `${linkTo("[]")} type Query { a: String @federation__policy(policies: [["lezen:bsn"]]) }`,
    );
    const otherSpace = composeSmall(
      `extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", as: "f")
       type Query { a: String @f__policy(policies: [["lezen:bsn"]]) }`,
    );
    for (const { errors, lint } of [renamed, inFull, otherSpace]) {
      expect(errors).toEqual([]);
      expect(lint.length).toBeGreaterThan(0);
    }
    expect(renamed.lint.join()).toContain(`{"name":"@policy","as":"@open"} has another name here`);
    expect(inFull.lint.join()).toContain("@federation__policy is not enforced by this hub");
    expect(otherSpace.lint.join()).toContain("the federation specification has another name here");
  });

  it("E2 of a subgraph's own making composes into nothing, and is refused here", () => {
    const { errors, lint, supergraphSdl } = composeSmall(
      `${linkTo(`["@key"]`)} directive @policy(policies: [[String!]!]!) on FIELD_DEFINITION
       type Query { a: String ${bsn} }`,
    );
    expect(errors).toEqual([]);
    expect(policyIn(supergraphSdl, "Query", "a")).toBeUndefined();
    expect(lint).toEqual([expect.stringContaining("a: @policy is defined here")]);
    expect(covered(supergraphSdl)).toThrow("Query.a: no gegevenscategorie");
  });

  it("E3 that is laxer in one subgraph counts with the other's in the composition, and is refused here: each decides alone", () => {
    const shared = (policy: string) => `type P @shareable { x: String ${policy} }`;
    const lax = composeSmall(
      `${shared(bsn)} type Query { p: P ${naam} }`,
      `${shared(naam)} type Query { q: P ${naam} }`,
    );
    expect(lax.errors).toEqual([]);
    expect(policyIn(lax.supergraphSdl, "P", "x")).toMatch(/lezen:bsn.*lezen:naam|lezen:naam.*lezen:bsn/);
    expect(lax.lint).toEqual(["P.x: a asks lezen:bsn, b asks lezen:naam; expected the same"]);
    const forgotten = composeSmall(
      `${shared(bsn)} type Query { p: P ${naam} }`,
      `${shared("")} type Query { q: P ${naam} }`,
    );
    expect(policyIn(forgotten.supergraphSdl, "P", "x")).toContain("lezen:bsn");
    expect(forgotten.lint).toEqual(["P.x: a asks lezen:bsn, b asks nothing; expected the same"]);
  });

  it("E4 that was forgotten on a new field composes, and keeps the gateway and the subgraph from starting", () => {
    const { errors, supergraphSdl } = composeSmall(`type Query { p: String ${naam} nieuw: String }`);
    expect(errors).toEqual([]);
    expect(covered(supergraphSdl)).toThrow("Query.nieuw: no gegevenscategorie");
  });

  it("E5 does not get lost when a field moves: @override is refused", () => {
    const { errors, lint } = composeSmall(
      `type P @key(fields: "id") { id: ID! x: String ${bsn} } type Query { p: P ${naam} }`,
      `${linkTo(`["@key", "@override"]`)} type P @key(fields: "id") { id: ID! x: String @override(from: "a") }`,
    );
    expect(errors).toEqual([]);
    expect(lint).toEqual([
      expect.stringContaining("b: @override is not enforced by this hub"),
      "P.x: a asks lezen:bsn, b asks nothing; expected the same",
    ]);
  });

  it("E9 counts wherever it stands: on the type, on an extension of it, on the field, and each of several tags", () => {
    const { supergraphSdl } = composeSmall(
      `type P ${naam} { x: String ${bsn} y: String } extend type P { z: String ${bsn} }
       type Query { p(f: String @tag(name: "lezen/naam") @tag(name: "lezen/bsn")): P ${naam} }`,
    );
    const coverage = covered(supergraphSdl)();
    const of = (coordinate: string) =>
      coverage
        .get(coordinate)
        ?.map(({ gegeven }) => gegeven)
        .sort();
    expect([of("P.x"), of("P.y"), of("P.z")]).toEqual([["bsn", "naam"], ["naam"], ["bsn", "naam"]]);
    const without = composeSmall(`type Query { p(f: String @tag(name: "intern")): String ${naam} }`);
    expect(covered(without.supergraphSdl)).toThrow("Query.p(f): no gegevenscategorie");
  });
});

describe("npm run compose", () => {
  it("E5 refuses the subgraphs of this repository as soon as one of them takes a field over", async () => {
    const directory = await mkdtemp(join(tmpdir(), "ketenhub-overname-"));
    for (const naam of await subgraphNames()) {
      const from = new URL(`../../subgraphs/${naam}/schema`, import.meta.url);
      await cp(from, join(directory, naam, "schema"), { recursive: true });
    }
    const file = join(directory, "roc", "schema", "keten.graphql");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace('"@external"', '"@external", "@override"'));
    const overname = `extend type Nieuwkomer { naam: String @override(from: "gemeente") @policy(policies: [["lezen:naam"]]) }`;
    await writeFile(join(directory, "roc", "schema", "overname.graphql"), overname);
    const compose = composeContract(pathToFileURL(`${directory}/`));
    await expect(compose).rejects.toThrow("roc: @override is not enforced by this hub");
    await rm(directory, { recursive: true });
  });
});

describe("what clients cannot see", () => {
  it("E7 cannot be selected, in any form", async () => {
    for (const fields of [
      "toegang",
      "x: toegang",
      "...F",
      "... { toegang }",
      "gezin { leden { nieuwkomer { toegang } } }",
    ]) {
      const fragment = fields === "...F" ? "fragment F on Nieuwkomer { toegang }" : "";
      const query = `query ($id: ID!) { nieuwkomer(id: $id) { ${fields} } } ${fragment}`;
      const { data, errors, text } = await ask(bellers.regievoerder, query, { id: doelwit });
      expect(data, fields).toBeUndefined();
      expect(errors[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
      expect(text).not.toMatch(/did you mean/i);
    }
  });
});

describe("the gateway", () => {
  const load = async (supergraphSdl: string) => {
    const silent = { debug() {}, info() {}, warn() {}, error() {} };
    const gateway = createFilteredGateway({
      supergraphSdl,
      protocollen: await readProtocolversies(),
      limits,
      buildService: () => ({ process: () => Promise.reject(new Error("Nobody is asked anything.")) }),
      logger: silent,
    });
    await gateway.load({ apollo: {} }).finally(() => gateway.stop().catch(() => undefined));
  };

  it("E8 still refuses a supergraph with a security feature that it does not know, after the mark it knows was taken off", async () => {
    const sdl = await readFile(new URL("../../schema/supergraph.graphql", import.meta.url), "utf8");
    await expect(load(sdl)).resolves.toBeUndefined();
    const future = '@link(url: "https://specs.apollo.dev/geheim/v0.1", for: SECURITY)\n  @link(';
    await expect(load(sdl.replace("@link(", future))).rejects.toThrow(
      /geheim\/v0\.1.*SECURITY but is unsupported/,
    );
  });
});
