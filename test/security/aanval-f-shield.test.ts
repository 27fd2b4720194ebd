import { createMaskError } from "@ketenhub/errors";
import { gemeente } from "@ketenhub/gemeente";
import { geenFeiten } from "@ketenhub/protocol";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { Beslisser, Inzage } from "@ketenhub/protocol-shield";
import { roc } from "@ketenhub/roc";
import { createProtectedSchema, type SubgraphDefinition } from "@ketenhub/subgraph";
import { vluchtelingenwerk } from "@ketenhub/vluchtelingenwerk";
import { wpda } from "@ketenhub/wpda";
import {
  GraphQLError,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNullableType,
  graphql,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isRequiredInputField,
} from "graphql";
import { describe, expect, it } from "vitest";
import { contextOf, vraag } from "../../packages/protocol-shield/test/proef.ts";

const definitions = [
  gemeente,
  wpda,
  vluchtelingenwerk,
  roc,
] as unknown as readonly SubgraphDefinition<unknown>[];
const versies = await readProtocolversies();
type Field = ReturnType<GraphQLObjectType["getFields"]>[string];
const nobody = "00000000-0000-4000-8000-000000000000";

/** A request of somebody to whom no article gives anything. */
function refusedEverything() {
  const moment = new Date();
  const beslisser = new Beslisser({
    protocol: versies.op(moment),
    afnemer: { partij: "bakker", rol: "bakker", medewerkerId: "bakker-1", gemeenten: ["GM1680"] },
    doel: "regie",
    moment,
    feitenVan: async (persoonIds) => persoonIds.map(geenFeiten),
    inzage: new Inzage(),
  });
  return { beslisser };
}

/** The error that a field gives when everything is refused, if it gives one. */
async function errorOf(schema: GraphQLSchema, type: GraphQLObjectType, field: Field): Promise<unknown> {
  if (type === schema.getMutationType()) {
    const given = field.args.map(({ name, type: input }) => `${name}: ${sampleOf(input)}`).join(", ");
    const source = `mutation { ${field.name}(${given}) { __typename } }`;
    return (await graphql({ schema, source, contextValue: refusedEverything() })).errors?.[0];
  }
  const info = { parentType: type, fieldName: field.name, schema };
  const parent = { nieuwkomerId: nobody, id: nobody, [field.name]: "geheim" };
  const answer = (async () => field.resolve?.(parent, {}, refusedEverything(), info as never))();
  return answer.catch((error: unknown) => error);
}

/** A value that an input accepts, as it is written in a question. */
function sampleOf(input: GraphQLInputType): string {
  const type = getNullableType(input);
  if (isListType(type)) return `[${sampleOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? "";
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${fields.map((one) => `${one.name}: ${sampleOf(one.type)}`).join(", ")} }`;
  }
  const samples: Readonly<Record<string, string>> = {
    Int: "1",
    Boolean: "true",
    Date: '"2026-01-05"',
    Gemeentecode: '"GM1680"',
  };
  return samples[type.name] ?? `"${type.name === "ID" ? nobody : "wpda"}"`;
}

/** The fields of a schema that answer something else than a refusal, when everything is refused. */
async function openFields(schema: GraphQLSchema): Promise<{ open: string[]; tried: number }> {
  const open: string[] = [];
  let tried = 0;
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      tried += 1;
      const error = await errorOf(schema, type, field);
      const isRefusal =
        error instanceof GraphQLError && error.extensions["code"] === "UNAUTHORIZED_FIELD_OR_TYPE";
      if (!isRefusal) open.push(`${type.name}.${field.name}`);
    }
  }
  return { open, tried };
}

/** What is about nobody: the keten-id, what federation asks, pages, and what the protocol lets the caller himself do. */
const plumbing = [
  /^Nieuwkomer\.(?:id|toegang)$/,
  /^(?:Query\._(?:entities|service)|_Service\.sdl)$/,
  /^(?:PageInfo\.\w+|\w+Connection\.(?:edges|pageInfo|totalCount)|\w+Edge\.(?:cursor|node))$/,
  /^(?:Query\.mijnRechten|Recht(?:en|Artikel|OpGegeven)?\.\w+)$/,
];

describe("a rule that breaks", () => {
  it("F8 is a no, and an error of ours, not a refusal that nobody made", async () => {
    const down = contextOf(() => Promise.reject(new Error("connect ECONNREFUSED 10.0.0.5:5432")));
    const { data, errors } = await vraag(`{ nieuwkomer(id: "an") { naam bsn } }`, down);
    expect(data.nieuwkomer).toEqual({ naam: null, bsn: null });
    const mask = createMaskError(() => {});
    for (const error of errors) {
      const shown = mask(error.toJSON(), error);
      expect(shown.extensions?.["code"]).toBe("INTERNAL_SERVER_ERROR");
      expect(shown.extensions).not.toHaveProperty("reden");
      expect(JSON.stringify(shown)).not.toMatch(/10\.0\.0\.5|Not Authori[sz]ed/);
    }
  });
});

describe("F9 the rules of a subgraph", () => {
  it.each(definitions.map((definition) => [definition.naam, definition] as const))(
    "F9 stand on every field of every object of %s, but for what is plumbing",
    async (_naam, definition) => {
      const { open, tried } = await openFields(await createProtectedSchema(definition, versies));
      expect(open.filter((coordinate) => !plumbing.some((one) => one.test(coordinate)))).toEqual([]);
      expect(tried).toBeGreaterThan(25);
    },
  );
});
