import { buildSubgraphSchema } from "@apollo/subgraph";
import { readCoverage } from "@ketenhub/annotations";
import {
  type CompiledProtocol,
  compileProtocol,
  type Feiten,
  geenFeiten,
  type ProtocolDocument,
} from "@ketenhub/protocol";
import { type GraphQLError, type GraphQLSchema, graphql, parse } from "graphql";
import { Beslisser, Inzage, type PersoonVanMutatie, protectSchema } from "../src/index.ts";

const gegevens = [
  "nieuwkomer",
  "naam",
  "bsn",
  "uitkering",
  "bedrag",
  "cijfers",
  "adres",
  "geheim",
  "buurt",
  "dossier",
  "ontzorgen",
];

type Artikel = ProtocolDocument["artikelen"][number];
const artikel = (id: string, change: Partial<Artikel>): Artikel => ({
  id,
  tekst: "Proef.",
  partij: "wpda",
  rollen: ["werkcoach"],
  doelen: ["reintegratie"],
  voorwaarden: ["betrokken"],
  grondslag: ["Wet"],
  ...change,
});

/** A small agreement: `geheim` is open to nobody. */
const protocol: CompiledProtocol = compileProtocol({
  protocol: "Proef",
  versie: "1.2.3",
  geldigVanaf: "2026-01-01",
  drempelKleineAantallen: 10,
  partijen: [
    {
      id: "wpda",
      naam: "WPDA",
      oin: ["1".repeat(20)],
      rollen: [{ id: "werkcoach", omschrijving: "Coach." }],
    },
  ],
  doelen: [{ id: "reintegratie", omschrijving: "Werk.", grondslag: ["Wet"] }],
  gegevens: gegevens.map((id) => ({ id, bronhouder: "wpda", omschrijving: id, bewaartermijn: "P5Y" })),
  artikelen: [
    artikel("1", { lezen: ["nieuwkomer", "naam", "uitkering"], schrijven: ["naam"] }),
    artikel("2", { lezen: ["bsn"], voorwaarden: ["betrokken", "eigen-caseload"] }),
    artikel("3", { lezen: ["bedrag"], schrijven: ["uitkering"], voorwaarden: ["betrokken", "eigen-taak"] }),
    artikel("4", { lezen: ["cijfers"], voorwaarden: ["geaggregeerd"] }),
    artikel("5", { lezen: ["adres"], voorwaarden: ["eigen-taak", "eigen-gemeente"] }),
    artikel("6", { lezen: ["buurt"], voorwaarden: ["eigen-gemeente"] }),
    artikel("7", { lezen: ["dossier"], voorwaarden: ["eigen-register", "eigen-gemeente"] }),
    artikel("8", { lezen: ["ontzorgen"], voorwaarden: [{ lopend: "ontzorgen" }] }),
  ],
});

const relatie = { doel: "reintegratie", begindatum: "2026-01-01" };
const keten = { gemeente: "GM1680", toestemmingen: [], openTaken: [], relaties: [relatie] };

/** Who lives in the tests: `an` is the caller's own, `bo` a colleague's, and nobody is involved with `cy`. */
export const feiten: Readonly<Record<string, Feiten>> = {
  an: {
    persoonId: "an",
    keten: { ...keten, openTaken: ["werk"], relaties: [{ ...relatie, medewerkerId: "coach" }] },
  },
  bo: { persoonId: "bo", keten },
  cy: { persoonId: "cy", keten: { ...keten, relaties: [] } },
};

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key", "@policy", "@tag"])`;

const sdl = `${link}
  type Nieuwkomer @key(fields: "id") {
    id: ID!
    naam: String @policy(policies: [["lezen:naam"]])
    bsn: String @policy(policies: [["lezen:bsn"]])
    geheim: String @policy(policies: [["lezen:geheim"]])
    naamEnBsn: String @policy(policies: [["lezen:naam", "lezen:bsn"]])
    vriend: Nieuwkomer @policy(policies: [["lezen:naam"]])
    uitkering: Uitkering @policy(policies: [["lezen:uitkering"]])
    uitkeringen(vanaf: Int @tag(name: "lezen/bedrag")): [Uitkering!] @policy(policies: [["lezen:uitkering"]])
    kapot: String @policy(policies: [["lezen:naam"]])
    vreemdKapot: String @policy(policies: [["lezen:naam"]])
    meteenKapot: String @policy(policies: [["lezen:naam"]])
  }
  type Uitkering @policy(policies: [["lezen:uitkering"]]) {
    soort: String
    bedrag: Int @policy(policies: [["lezen:bedrag"]])
  }
  type Cijfers @policy(policies: [["lezen:cijfers"]]) { aantal: Int }
  type Query {
    nieuwkomer(id: ID!): Nieuwkomer @policy(policies: [["lezen:nieuwkomer"]])
    nieuwkomers(first: Int = 9, filter: Filter): [Nieuwkomer!] @policy(policies: [["lezen:nieuwkomer"]])
    cijfers: Cijfers @policy(policies: [["lezen:cijfers"]])
    zonderPersoon: Uitkering @policy(policies: [["lezen:uitkering"]])
    cijfersOverEenPersoon: Cijfers @policy(policies: [["lezen:cijfers"]])
  }
  input Filter {
    naam: String @tag(name: "lezen/naam")
    geheim: String @tag(name: "lezen/geheim")
    of: [[Filter!]]
  }
  input WijzigInput {
    nieuwkomerId: ID! @tag(name: "schrijven/naam")
    naam: String @tag(name: "schrijven/naam")
    uitkering: String @tag(name: "schrijven/uitkering")
    bsn: String @tag(name: "schrijven/bsn")
  }
  type WijzigPayload { nieuwkomer: Nieuwkomer @policy(policies: [["lezen:nieuwkomer"]]) }
  type Mutation {
    wijzig(input: WijzigInput!): WijzigPayload @policy(policies: [["schrijven:naam"]])
    verweesd(naam: String @tag(name: "schrijven/naam")): WijzigPayload @policy(policies: [["schrijven:naam"]])
  }`;

/** What happened while a request was answered, beside its answer. */
interface Spoor {
  /** Of whom facts were loaded, in order. */
  readonly geladen: string[];
  /** What resolvers did. */
  readonly gedaan: string[];
}

interface Rij {
  readonly id: string;
  readonly nieuwkomerId: string;
  readonly naam: string;
  readonly bsn: string;
  readonly geheim: string;
}

const rij = (id: string): Rij => ({
  id,
  nieuwkomerId: id,
  naam: `naam van ${id}`,
  bsn: `bsn van ${id}`,
  geheim: `geheim van ${id}`,
});

const uitkeringVan = ({ nieuwkomerId }: Rij) => ({ nieuwkomerId, soort: "bijstand", bedrag: 1000 });

/** How the fields are resolved; `naam`, `bsn` and `geheim` are left to graphql. */
const resolvers = {
  Nieuwkomer: {
    __resolveReference: ({ id }: Rij, { spoor }: { spoor: Spoor }) => {
      spoor.gedaan.push(`reference ${id}`);
      return rij(id);
    },
    naamEnBsn: ({ naam, bsn }: Rij) => `${naam}, ${bsn}`,
    vriend: () => rij("bo"),
    uitkering: uitkeringVan,
    uitkeringen: (parent: Rij) => [uitkeringVan(parent)],
    kapot: () => Promise.reject(new Error("the resolver broke")),
    vreemdKapot: () => Promise.reject("Key (bsn)=(999990019) already exists"),
    meteenKapot: () => {
      throw "at once";
    },
  },
  Query: {
    nieuwkomer: (_: unknown, { id }: Rij) => rij(id),
    nieuwkomers: () => Object.keys(feiten).map(rij),
    cijfers: () => ({ aantal: 12 }),
    zonderPersoon: () => ({ soort: "bijstand", bedrag: 1000 }),
    cijfersOverEenPersoon: () => ({ nieuwkomerId: "an", aantal: 1 }),
  },
  Mutation: {
    wijzig: (_: unknown, { input }: { input: Rij }, { spoor }: { spoor: Spoor }) => {
      spoor.gedaan.push(`wijzig ${input.nieuwkomerId}`);
      return { nieuwkomerId: input.nieuwkomerId, nieuwkomer: rij(input.nieuwkomerId) };
    },
    verweesd: (_: unknown, __: unknown, { spoor }: { spoor: Spoor }) => spoor.gedaan.push("verweesd"),
  },
};

export interface Context {
  beslisser: Beslisser;
  readonly inzage: Inzage;
  readonly spoor: Spoor;
}

const persoonVanMutatie: PersoonVanMutatie<Context> = {
  wijzig: async ({ input }: { input: Rij }, { spoor }) => {
    spoor.gedaan.push("persoonVan");
    if (input.nieuwkomerId === "kapot") throw new Error("the database is down");
    return input.nieuwkomerId === "niemand" ? undefined : input.nieuwkomerId;
  },
};

const open = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as never });

/** The schema as it is protected, with this part forgotten by whoever made the coverage. */
export function beschermdZonder(veld = "nothing"): GraphQLSchema {
  const coverage = new Map(readCoverage(open, protocol.gegevens));
  coverage.delete(veld);
  return protectSchema<Context>(open, coverage, persoonVanMutatie);
}

type FeitenVan = (persoonId: string) => Promise<Feiten>;

/** The context of one request. */
export function contextOf(feitenVan: FeitenVan = async (id) => feiten[id] ?? geenFeiten(id)): Context {
  const spoor: Spoor = { geladen: [], gedaan: [] };
  const inzage = new Inzage();
  const beslisser = new Beslisser({
    protocol,
    afnemer: { partij: "wpda", rol: "werkcoach", medewerkerId: "coach", gemeenten: ["GM1680"] },
    doel: "reintegratie",
    moment: new Date("2026-03-10T11:00:00Z"),
    inzage,
    feitenVan(persoonIds) {
      spoor.geladen.push(...persoonIds);
      return Promise.all(persoonIds.map(feitenVan));
    },
  });
  return { beslisser, inzage, spoor };
}

/** An answer, with every refusal as `path: reden gegeven`, or as the message of what is no refusal. */
export interface Antwoord extends Spoor {
  // biome-ignore lint/suspicious/noExplicitAny: a test says by what it expects which shape it asked for.
  readonly data: any;
  readonly weigeringen: readonly string[];
  readonly errors: readonly GraphQLError[];
  readonly inzage: Inzage;
}

/** Asks the protected schema. */
export async function vraag(
  source: string,
  context: Context = contextOf(),
  schema: GraphQLSchema = beschermdZonder(),
): Promise<Antwoord> {
  const { data, errors = [] } = await graphql({ schema, source, contextValue: context });
  const weigeringen = errors.map(({ path = [], message, extensions }) => {
    const { reden, gegeven } = extensions;
    return `${path.join(".")}: ${reden ? `${reden} ${gegeven}` : message}`;
  });
  // graphql-js makes objects without a prototype; a plain one compares.
  const plain = data === undefined || data === null ? data : JSON.parse(JSON.stringify(data));
  return { data: plain, weigeringen, errors, inzage: context.inzage, ...context.spoor };
}
