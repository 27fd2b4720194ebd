/** The hub, and what it is measured against. */
export const contenders = ["hub", "open", "apollo", "hive", "sql"] as const;

/** One of them. */
export type Contender = (typeof contenders)[number];

/** How each is called in the report, and what it is. */
export const uitleg: Readonly<Record<Contender, { readonly naam: string; readonly wat: string }>> = {
  hub: { naam: "hub", wat: "deze hub, zoals `npm start` hem start, met alle bescherming" },
  open: {
    naam: "hub zonder bescherming",
    wat: "dezelfde gateway, verbindingen en subgraphs, zonder tokens, protocol en toegang; alleen om te meten wat bescherming kost",
  },
  apollo: {
    naam: "Apollo Gateway",
    wat: "`@apollo/gateway` 2.14.4 met `@apollo/server` 5.5.1 zoals zij komen, over dezelfde subgraphs zonder bescherming",
  },
  hive: {
    naam: "Hive Gateway",
    wat: "`@graphql-hive/gateway-runtime` 2.12.1 zoals hij komt, over dezelfde subgraphs zonder bescherming",
  },
  sql: {
    naam: "SQL met de hand",
    wat: "één endpoint met per vraag één SQL-opdracht, over één database met de tabellen van alle partners, zonder bescherming: de vloer",
  },
};
