import {
  type Cel,
  gemaskeerd,
  isKlein,
  open,
  type Telling,
  uitsplitsing,
  verborgen,
} from "@ketenhub/subgraph";
import { byName, groepenRondDertig, type Tabel1, vasteCategorieen } from "./tabel-1.ts";

/** TABEL 1 as it may be shown to somebody. */
export interface Weergave {
  readonly totaal: Telling;
  readonly naarNationaliteit: readonly Telling[];
  readonly naarLeeftijd: readonly Telling[];
  readonly naarGeslacht: readonly Telling[];
  readonly jongerDanDertig: Telling;
}

/** TABEL 1 for who may see the people themselves: every count as it is. */
export function openWeergave(tabel: Tabel1): Weergave {
  return {
    totaal: open(tabel.totaal),
    naarNationaliteit: tabel.naarNationaliteit.map(open),
    naarLeeftijd: tabel.naarLeeftijd.map(open),
    naarGeslacht: tabel.naarGeslacht.map(open),
    jongerDanDertig: open(tabel.jongerDanDertig),
  };
}

/**
 * TABEL 1 for who may see figures only: no small count can be read in it or worked out from it. With too few people in total
 * nothing shows, and no nationaliteiten are named: of so few, a name says it of everybody.
 */
export function gemaskeerdeWeergave(tabel: Tabel1, drempel: number): Weergave {
  const totaal = gemaskeerd(tabel.totaal, drempel);
  if (totaal.aantal === null) return nietsWeergave(tabel);
  const naarLeeftijd = uitsplitsing(tabel.naarLeeftijd, drempel);
  return {
    totaal,
    naarNationaliteit: uitsplitsing(tabel.naarNationaliteit, drempel).toSorted(visibleFirst),
    naarLeeftijd,
    naarGeslacht: uitsplitsing(tabel.naarGeslacht, drempel),
    jongerDanDertig: isAfTeLeiden(tabel, naarLeeftijd, drempel)
      ? verborgen(tabel.jongerDanDertig)
      : open(tabel.jongerDanDertig),
  };
}

// Private.
function nietsWeergave({ totaal, naarLeeftijd, naarGeslacht, jongerDanDertig }: Tabel1): Weergave {
  const isVast = ({ categorie }: Cel) => vasteCategorieen.includes(categorie);
  return {
    totaal: verborgen(totaal),
    naarNationaliteit: [],
    naarLeeftijd: naarLeeftijd.filter(isVast).map(verborgen),
    naarGeslacht: naarGeslacht.filter(isVast).map(verborgen),
    jongerDanDertig: verborgen(jongerDanDertig),
  };
}

/**
 * Whether a small count could be worked out if the number of people under thirty showed: thirty falls inside an age group, so
 * the numbers of people just under and just over it are differences with the groups that show. When one of those groups is
 * hidden, the number would say something about how many it hides.
 */
function isAfTeLeiden(tabel: Tabel1, naarLeeftijd: readonly Telling[], drempel: number): boolean {
  const rond = naarLeeftijd.filter(({ categorie }) => groepenRondDertig.includes(categorie));
  if (rond.some(({ aantal }) => aantal === null)) return true;
  const upTo = (index: number) => rond.slice(0, index).reduce((sum, { aantal }) => sum + (aantal ?? 0), 0);
  const boundaries = [0, ...rond.map((_, index) => upTo(index + 1)), tabel.totaal.aantal];
  return boundaries.some((sum) => isKlein(Math.abs(sum - tabel.jongerDanDertig.aantal), drempel));
}

/** Hidden counts by name, so that their place does not give away their size. */
function visibleFirst(left: Telling, right: Telling): number {
  return (right.aantal ?? -1) - (left.aantal ?? -1) || byName(left, right);
}
