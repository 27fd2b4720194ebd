import { type Vraag, type WieZietWat, wieZietWat } from "@ketenhub/subgraph";
import DataLoader from "dataloader";
import { loadKetenFeiten } from "../toegang/keten-feiten.ts";

/** Who may see what of a person: worked out once in a request, with one statement however many persons and partijen. */
export function wieZietWatLoader(vraag: Vraag): DataLoader<string, WieZietWat> {
  const { protocol, moment } = vraag;
  const { partijen, doelen } = protocol.document;
  return new DataLoader(async (persoonIds: readonly string[]) => {
    const found = await loadKetenFeiten(vraag, {
      persoonIds,
      partijen: partijen.map(({ id }) => id),
      doelen: doelen.map(({ id }) => id),
    });
    return persoonIds.map((id) => wieZietWat(protocol, id, found.get(id) ?? new Map(), moment));
  });
}
