import { composeServices } from "@apollo/composition";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { readCoverage } from "@ketenhub/annotations";
import type { CompiledProtocol, Feiten } from "@ketenhub/protocol";
import { Beslisser, Inzage, protectSchema } from "@ketenhub/protocol-shield";
import { type GraphQLSchema, parse } from "graphql";

/** The gegevens of the small keten that the oracle asks questions about. */
export const gegevens = [
  "nieuwkomer",
  "naam",
  "bsn",
  "plan",
  "streng",
  "taak",
  "geheim",
  "vriend",
  "uitkering",
  "bedrag",
  "klant",
] as const;

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.6",
  import: ["@key", "@policy", "@tag", "@inaccessible", "@external", "@requires", "@shareable"])`;
const lezen = (...namen: readonly string[]) =>
  `@policy(policies: [[${namen.map((naam) => `"lezen:${naam}"`).join(", ")}]])`;

const register = `${link}
  type Nieuwkomer @key(fields: "id") {
    id: ID!
    toegang: String @inaccessible
    naam: String ${lezen("naam")}
    bsn: String! ${lezen("bsn")}
    beide: String ${lezen("naam", "bsn")}
    groet(wie: String @tag(name: "lezen/bsn"), hoe: Hoe): String ${lezen("naam")}
    plan: Plan ${lezen("plan")}
    vriend: Nieuwkomer ${lezen("vriend")}
    familie: [Nieuwkomer!] ${lezen("vriend")}
    buren: [[Nieuwkomer]!] ${lezen("vriend")}
  }
  type Plan ${lezen("plan")} {
    doel: String
    streng: String! ${lezen("streng")}
    taken: [Taak!]! ${lezen("taak")}
    van: Nieuwkomer
  }
  type Taak ${lezen("taak")} { tekst: String! geheim: String ${lezen("geheim")} van: Nieuwkomer! }
  input Hoe { luid: Boolean @tag(name: "lezen/naam") geheim: String @tag(name: "lezen/geheim") nog: [Hoe!] }
  type NieuwkomerConnection { edges: [NieuwkomerEdge!]! totalCount: Int! }
  type NieuwkomerEdge { node: Nieuwkomer! cursor: String! }
  type Query {
    nieuwkomer(id: ID!): Nieuwkomer ${lezen("nieuwkomer")}
    nieuwkomers(first: Int = 2, filter: Hoe): NieuwkomerConnection ${lezen("nieuwkomer")}
  }`;

const werkplein = `${link}
  type Nieuwkomer @key(fields: "id") {
    id: ID!
    toegang: String @external
    uitkering: Uitkering @requires(fields: "toegang") ${lezen("uitkering")}
    klantnummer: Int! @requires(fields: "toegang") ${lezen("klant")}
  }
  type Uitkering ${lezen("uitkering")} { soort: String bedrag: Int! ${lezen("bedrag")} van: Nieuwkomer }
  type Query { mijnKlanten: [Nieuwkomer!] ${lezen("klant")} }`;

/** Who lives there. */
export const personen = ["p1", "p2", "p3", "p4"] as const;

interface Rij {
  readonly id: string;
  readonly nieuwkomerId: string;
}

const rij = (id: string): Rij => ({ id, nieuwkomerId: id });
const na = (id: string, stap: number) =>
  rij(personen[(personen.indexOf(id as never) + stap) % personen.length] ?? "p1");

/** What a resolver may ask about the caller. */
export interface Kent {
  /** Whether the caller may know that this person exists. */
  readonly kent: (persoonId: string) => Promise<boolean> | boolean;
}

type Resolve = (source: Rij, args: Record<string, unknown>, context: Kent) => unknown;

async function bekenden({ kent }: Kent): Promise<readonly Rij[]> {
  const known = await Promise.all(personen.map(async (id) => ((await kent(id)) ? [rij(id)] : [])));
  return known.flat();
}

/** How every field is found, for the hub and for the oracle alike. */
export const resolvers: Readonly<Record<string, Readonly<Record<string, Resolve>>>> = {
  Query: {
    nieuwkomer: async (_, { id }, { kent }) =>
      personen.includes(id as never) && (await kent(String(id))) ? rij(String(id)) : null,
    nieuwkomers: async (_, { first }, context) => {
      const found = await bekenden(context);
      const page = found.slice(0, Number(first));
      return { totalCount: found.length, edges: page.map((node) => ({ node, cursor: `na-${node.id}` })) };
    },
    mijnKlanten: async (_, __, context) => (await bekenden(context)).slice(0, 2),
  },
  Nieuwkomer: {
    toegang: ({ id }) => `toegang-${id}`,
    naam: ({ id }) => `naam-${id}`,
    bsn: ({ id }) => `bsn-${id}`,
    beide: ({ id }) => `beide-${id}`,
    groet: ({ id }, { wie, hoe }) => `groet-${id}-${JSON.stringify([wie, hoe])}`,
    plan: ({ id }) => (id === "p4" ? null : rij(id)),
    vriend: ({ id }) => na(id, 1),
    familie: ({ id }) => [rij(id), na(id, 2)],
    buren: ({ id }) => [[na(id, 1), null], [na(id, 3)]],
    uitkering: ({ id }) => (id === "p2" ? null : rij(id)),
    klantnummer: ({ id }) => personen.indexOf(id as never),
  },
  Plan: {
    doel: ({ id }) => `doel-${id}`,
    streng: ({ id }) => `streng-${id}`,
    taken: ({ id }) => (id === "p3" ? [] : [rij(id), rij(id)]),
    van: ({ id }) => rij(id),
  },
  Taak: { tekst: ({ id }) => `tekst-${id}`, geheim: ({ id }) => `geheim-${id}`, van: ({ id }) => na(id, 1) },
  Uitkering: { soort: ({ id }) => `soort-${id}`, bedrag: () => 1000, van: ({ id }) => rij(id) },
};

/** The small keten, composed. */
export function compose(): string {
  const services = Object.entries({ register, werkplein });
  const { supergraphSdl, errors } = composeServices(
    services.map(([name, text]) => ({ name, url: `http://${name}`, typeDefs: parse(text) })),
  );
  if (!supergraphSdl) throw new AggregateError(errors ?? [], "The world of the oracle does not compose.");
  return supergraphSdl;
}

/** The subgraphs as they run, each with a rule on every field. */
export const subgraphs: ReadonlyMap<string, GraphQLSchema> = new Map(
  Object.entries({ register, werkplein }).map(([naam, text]) => {
    const open = buildSubgraphSchema({ typeDefs: parse(text), resolvers: resolversFor(text) as never });
    return [naam, protectSchema(open, readCoverage(open, new Set(gegevens)), {})];
  }),
);

/** Somebody who asks, under which agreement, and what is known about everybody. */
export interface Situatie {
  readonly protocol: CompiledProtocol;
  readonly afnemer: ConstructorParameters<typeof Beslisser>[0]["afnemer"];
  readonly doel: string;
  readonly moment: Date;
  readonly feiten: Readonly<Record<string, Feiten>>;
}

/** The context of one question to one subgraph. */
export function contextOf({
  protocol,
  afnemer,
  doel,
  moment,
  feiten,
}: Situatie): Kent & { beslisser: Beslisser } {
  const feitenVan = async (persoonIds: readonly string[]) =>
    persoonIds.map((persoonId) => feiten[persoonId] ?? { persoonId });
  const beslisser = new Beslisser({ protocol, afnemer, doel, moment, feitenVan, inzage: new Inzage() });
  return {
    beslisser,
    kent: (persoonId) => beslisser.mag({ actie: "lezen", gegeven: "nieuwkomer" }, persoonId),
  };
}

// Private: each subgraph resolves the fields that stand in its own SDL.
function resolversFor(text: string): Record<string, Record<string, unknown>> {
  const own: Record<string, Record<string, unknown>> = {};
  for (const node of parse(text).definitions) {
    if (node.kind !== "ObjectTypeDefinition") continue;
    const fields = (node.fields ?? []).map(({ name }) => name.value);
    const found = Object.entries(resolvers[node.name.value] ?? {}).filter(([name]) => fields.includes(name));
    own[node.name.value] = Object.fromEntries(found);
  }
  own["Nieuwkomer"] = { ...own["Nieuwkomer"], __resolveReference: ({ id }: Rij) => rij(id) };
  return own;
}
