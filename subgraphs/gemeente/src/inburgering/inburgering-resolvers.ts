import type { NieuwkomerRef } from "@ketenhub/subgraph";
import type { GemeenteResolvers } from "../gemeente.ts";
import type { Inburgeringsplicht } from "./inburgeringsplicht.ts";

/** Whether somebody is inburgeringsplichtig on a day. */
function isPlichtig(plicht: Inburgeringsplicht | undefined, dag: string): boolean {
  return (
    plicht !== undefined && plicht.begindatum <= dag && (plicht.einddatum === null || dag <= plicht.einddatum)
  );
}

/** Says how to find what DUO established about the duty to integrate. */
export const inburgeringResolvers: GemeenteResolvers = {
  Nieuwkomer: {
    inburgeringsplicht: async ({ id }: NieuwkomerRef, _args, { loaders }) =>
      (await loaders.plicht.load(id)) ?? null,
    isInburgeringsplichtig: async ({ id }: NieuwkomerRef, _args, { loaders, dag }) =>
      isPlichtig(await loaders.plicht.load(id), dag),
    inburgeringstermijn: async ({ id }: NieuwkomerRef, _args, { loaders }) =>
      (await loaders.termijn.load(id)) ?? null,
    eindeInburgeringstermijn: async ({ id }: NieuwkomerRef, _args, { loaders }) =>
      (await loaders.termijn.load(id))?.einddatum ?? null,
    verlengingen: ({ id }: NieuwkomerRef, _args, { loaders }) => loaders.verlengingen.load(id),
    ontheffingen: ({ id }: NieuwkomerRef, _args, { loaders }) => loaders.ontheffingen.load(id),
    examens: ({ id }: NieuwkomerRef, _args, { loaders }) => loaders.examens.load(id),
    heeftInburgeringsdiploma: async ({ id }: NieuwkomerRef, _args, { loaders }) =>
      (await loaders.plicht.load(id))?.redenGeen === "INBURGERINGSPLICHT_VOLDAAN",
  },
  Inburgeringsplicht: {
    indicatorInburgeringsplicht: (plicht: Inburgeringsplicht, _args, { dag }) => isPlichtig(plicht, dag),
    datumKennisgevingInburgeringsplicht: ({ datumKennisgeving }: Inburgeringsplicht) => datumKennisgeving,
    redenGeenInburgeringsplicht: ({ redenGeen }: Inburgeringsplicht) => redenGeen,
  },
};
