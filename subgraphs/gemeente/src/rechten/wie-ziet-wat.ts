import { type InzageDoorPartij, type NieuwkomerRef, uitlegVan } from "@ketenhub/subgraph";
import type { Context } from "../gemeente.ts";

/** Who may see what of a nieuwkomer, in plain words for himself. Every part is about him, and so protected like the whole. */
export async function wieZietWatVan({ id }: NieuwkomerRef, { loaders }: Context) {
  const { nu, misschien, nooitBijzonder } = await loaders.wieZietWat.load(id);
  const over = <T extends object>(part: T) => ({ ...part, nieuwkomerId: id });
  const organisatie = ({ id: partij, naam }: InzageDoorPartij["partij"]) => over({ partij, naam });
  const toInzage = ({ partij, doelen }: InzageDoorPartij) =>
    over({
      organisatie: organisatie(partij),
      doelen: doelen.map(({ doel, sinds, afspraken }) =>
        over({
          doel: doel.id,
          waarom: doel.uitleg ?? doel.omschrijving,
          sinds,
          afspraken: afspraken.map(({ artikel, rollen, gegevens }) =>
            over({
              artikel: artikel.id,
              rollen,
              voorwaarden: artikel.voorwaarden.map((one) => uitlegVan(one, doel)),
              gegevens: gegevens.map((gegeven) =>
                over({ gegeven: gegeven.id, uitleg: gegeven.uitleg ?? gegeven.omschrijving }),
              ),
            }),
          ),
        }),
      ),
    });
  return over({
    nu: nu.map(toInzage),
    misschien: misschien.map(toInzage),
    nooitGezondheid: nooitBijzonder.map(organisatie),
  });
}
