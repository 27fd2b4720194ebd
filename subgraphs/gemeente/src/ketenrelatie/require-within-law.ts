import { Bedrijfsregel } from "@ketenhub/errors";

/** The first day of each law, and its name: before it nobody had a doel or a grondslag to be involved for. */
const wetten: Readonly<Record<string, { readonly vanaf: string; readonly naam: string }>> = {
  WI2013: { vanaf: "2013-01-01", naam: "Wet inburgering zoals die geldt vanaf 1 januari 2013" },
  WI2021: { vanaf: "2022-01-01", naam: "Wet inburgering 2021, van kracht sinds 1 januari 2022" },
};

/** Throws when a first day lies before the law under which somebody inburgert: nobody was involved then, so it is a mistake. */
export function requireWithinLaw(begindatum: string, regime: string): void {
  const wet = wetten[regime];
  if (!wet || wet.vanaf <= begindatum) return;
  throw new Bedrijfsregel(
    "De eerste dag ligt voor het begin van de wet waaronder deze nieuwkomer inburgert",
    wet.naam,
    `${wet.vanaf} of later`,
  );
}
