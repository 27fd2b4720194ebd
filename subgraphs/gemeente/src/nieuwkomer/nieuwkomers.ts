import { OngeldigeInvoer } from "@ketenhub/errors";
import {
  type Connection,
  isKetenId,
  type NieuwkomerRef,
  nieuwkomerRef,
  type PageArguments,
  readCursor,
  rowsToFetch,
  toConnection,
  type Vraag,
} from "@ketenhub/subgraph";
import type { SelectQueryBuilder } from "typeorm";
import { bekendeGemeenten } from "../toegang/bekende-gemeenten.ts";
import { bereikOf } from "./bereik.ts";
import { Nieuwkomer } from "./nieuwkomer.ts";
import { type Sortering, sorteringOf, type VolgordeInput } from "./sortering.ts";

/** What a caller may ask of the list. */
export interface NieuwkomersArguments extends PageArguments {
  readonly filter?: {
    readonly gemeente?: string | null;
    readonly regime?: string | null;
    readonly leerroute?: string | null;
  } | null;
  readonly orderBy?: VolgordeInput | null;
}

const filters = [
  { naam: "gemeente", gegeven: "gemeente", sql: "n.gemeente = :filterGemeente", parameter: "filterGemeente" },
  { naam: "regime", gegeven: "regime", sql: "n.regime = :filterRegime", parameter: "filterRegime" },
  {
    naam: "leerroute",
    gegeven: "leerroute-soort",
    sql: "EXISTS (SELECT 1 FROM pip WHERE pip.nieuwkomer_id = n.id AND pip.leerroute_type = :filterLeerroute)",
    parameter: "filterLeerroute",
  },
] as const;

/** The nieuwkomers whom the caller may know, as a page. Filters and order only over people about whom that gegeven may be read. */
export async function nieuwkomers(
  vraag: Vraag,
  args: NieuwkomersArguments,
): Promise<Connection<NieuwkomerRef>> {
  const sortering = sorteringOf(args.orderBy);
  const query = vraag.dataSource.getRepository(Nieuwkomer).createQueryBuilder("n");
  restrict(query, vraag, args, sortering);
  const total = query.clone();
  const rows = await page(query, args, sortering).getRawMany<ListRow>();
  const gemeenten = bekendeGemeenten(vraag);
  for (const { id, gemeente } of rows) gemeenten.set(id, gemeente);
  return toConnection(
    rows.map((row) => ({
      ...nieuwkomerRef(row.id),
      place: [...sortering.keys.map((_, index) => row[`key${index}`] ?? ""), row.id],
    })),
    args,
    ({ place }) => place,
    () => total.getCount(),
  );
}

/** Whether the caller may know of this person: found by the same conditions as the list. */
export async function findNieuwkomer(vraag: Vraag, id: string): Promise<NieuwkomerRef | null> {
  const { sql, parameters } = bereikOf(vraag, ["nieuwkomer"]);
  const found = await vraag.dataSource
    .getRepository(Nieuwkomer)
    .createQueryBuilder("n")
    .where("n.id = :id", { id })
    .andWhere(sql, parameters)
    .getExists();
  return found ? nieuwkomerRef(id) : null;
}

// Private.
type ListRow = { readonly id: string; readonly gemeente: string } & Record<string, string>;

function restrict(
  query: SelectQueryBuilder<Nieuwkomer>,
  vraag: Vraag,
  { filter }: NieuwkomersArguments,
  { gegeven }: Sortering,
): void {
  const used = filters.filter(({ naam }) => filter?.[naam] !== undefined && filter[naam] !== null);
  const { sql, parameters } = bereikOf(vraag, ["nieuwkomer", gegeven, ...used.map((one) => one.gegeven)]);
  query.andWhere(sql, parameters);
  for (const one of used) query.andWhere(one.sql, { [one.parameter]: filter?.[one.naam] });
}

function page(query: SelectQueryBuilder<Nieuwkomer>, args: PageArguments, { keys, direction }: Sortering) {
  query.select("n.id", "id").addSelect("n.gemeente", "gemeente");
  keys.forEach((key, index) => {
    query.addSelect(key, `key${index}`).addOrderBy(key, direction);
  });
  query.addOrderBy("n.id", direction).limit(rowsToFetch(args));
  if (args.after === undefined || args.after === null) return query;

  const place = readCursor(args.after, keys.length + 1);
  if (place.includes(null) || !isKetenId(place.at(-1)))
    throw new OngeldigeInvoer("after", "een cursor uit deze lijst", args.after);
  const columns = [...keys, "n.id"].join(", ");
  const values = place.map((_, index) => `:place${index}`).join(", ");
  const sign = direction === "ASC" ? ">" : "<";
  return query.andWhere(
    `(${columns}) ${sign} (${values})`,
    Object.fromEntries(place.map((part, index) => [`place${index}`, part])),
  );
}
