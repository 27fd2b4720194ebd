import { buildSubgraphSchema } from "@apollo/subgraph";
import { type GraphQLSchema, parse } from "graphql";

/** The gegevens that the partners agreed on, in the tests. */
export const gegevens: ReadonlySet<string> = new Set([
  "nieuwkomer",
  "naam",
  "bsn",
  "uitkering",
  "bedrag",
  "cijfers",
  "adres",
  "geheim",
]);

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key", "@policy", "@tag"])`;

export const sdl = `${link}
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

/** A schema of a subgraph, with the federation directives. */
export function schemaOf(text: string): GraphQLSchema {
  return buildSubgraphSchema({ typeDefs: parse(text) });
}

/** The same, of SDL without its first line. */
export const linked = (text: string): GraphQLSchema => schemaOf(`${link}\n${text}`);
