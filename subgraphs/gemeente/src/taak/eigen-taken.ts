import { OngeldigeInvoer } from "@ketenhub/errors";
import {
  type Connection,
  isKetenId,
  type PageArguments,
  readCursor,
  rowsToFetch,
  toConnection,
  type Vraag,
} from "@ketenhub/subgraph";
import { bereikOf } from "../nieuwkomer/bereik.ts";
import { Nieuwkomer } from "../nieuwkomer/nieuwkomer.ts";
import { openInSql, Taak } from "./taak.ts";

/** The open tasks of the caller's own partij, about people whom the caller may know and of whom he may read them, as a page. */
export async function eigenTaken(vraag: Vraag, args: PageArguments): Promise<Connection<Taak>> {
  // About who is in this list, the caller's partij has an open task: it is asked once, of the row itself.
  const bereik = bereikOf(vraag, ["nieuwkomer", "eigen-taken"], ["eigen-taak"]);
  const query = vraag.dataSource
    .getRepository(Taak)
    .createQueryBuilder("eigen")
    .innerJoin(Nieuwkomer, "n", "n.id = eigen.nieuwkomer_id")
    .where("eigen.partij = :eigenPartij", { eigenPartij: vraag.caller.afnemer.partij })
    .andWhere(openInSql("eigen"))
    .andWhere(bereik.sql, bereik.parameters);
  const total = query.clone();
  if (args.after !== undefined && args.after !== null) {
    query.andWhere("eigen.id > :after", { after: idFrom(args.after) });
  }
  const rows = await query.orderBy("eigen.id", "ASC").limit(rowsToFetch(args)).getMany();
  return toConnection(
    rows,
    args,
    ({ id }) => [id],
    () => total.getCount(),
  );
}

// Private: the number of the last task of the page before.
function idFrom(after: string): string {
  const [id] = readCursor(after, 1);
  if (!isKetenId(id)) throw new OngeldigeInvoer("after", "een cursor uit deze lijst", after);
  return id;
}
