import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { isPlumbingField } from "./plumbing.ts";

/** The fields of these types that are plumbing, as `Type.field`. */
function plumbingOf(sdl: string): readonly string[] {
  const schema = buildSchema(sdl);
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    "getFields" in type && !type.name.startsWith("__")
      ? Object.values(type.getFields())
          .filter((field) => "args" in field && isPlumbingField(type.name, field))
          .map(({ name }) => `${type.name}.${name}`)
      : [],
  );
}

describe("what the protocol lets a caller do", () => {
  it("needs no gegeven: it is about the agreement, and about nobody", () => {
    const sdl = `
      type Query { mijnRechten: Rechten }
      type Rechten { rol: String! open: [RechtOpGegeven!]! }
      type RechtOpGegeven { gegeven: String! lezen: Recht! }
      type Recht { mag: Boolean! artikelen: [RechtArtikel!]! }
      type RechtArtikel { artikel: String! grondslag: [String!]! }`;
    expect(plumbingOf(sdl)).toEqual([
      "Query.mijnRechten",
      "Rechten.rol",
      "Rechten.open",
      "RechtOpGegeven.gegeven",
      "RechtOpGegeven.lezen",
      "Recht.mag",
      "Recht.artikelen",
      "RechtArtikel.artikel",
      "RechtArtikel.grondslag",
    ]);
  });

  it("is known by exact names: not what is added to it, nor what looks like it elsewhere", () => {
    const sdl = `
      type Query { rechten: Rechten mijnrechten: Rechten }
      type Rechten { nieuwkomer: String bsn: String mag: Boolean }
      type RechtOpUitkering { gegeven: String lezen: Boolean }
      type Recht { rol: String voorwaarden: [String!] }
      type Nieuwkomer { rechten: String mijnRechten: String rol: String }`;
    expect(plumbingOf(sdl)).toEqual([]);
  });
});
