import { afstand } from "./afstand.ts";
import { Gebruiksfout } from "./gebruiksfout.ts";

/** The one of these that is called so; throws what there is instead, the nearest first. */
export function kies<T>(wat: string, naam: string, bekend: readonly T[], naamVan: (een: T) => string): T {
  const found = bekend.find((een) => naamVan(een) === naam);
  if (found) return found;
  const namen = dichtstbijEerst(naam, bekend.map(naamVan));
  const getoond = namen.length > meest ? namen.slice(0, enkele) : namen;
  const rest = namen.length > meest ? `, en nog ${namen.length - enkele}` : "";
  throw new Gebruiksfout(
    `${wat} "${naam}" bestaat niet. Verwacht, het meest lijkende eerst: ${getoond.join(", ")}${rest}.`,
  );
}

// Private: more than this nobody reads; of so many, a few.
const meest = 20;
const enkele = 8;

function dichtstbijEerst(naam: string, namen: readonly string[]): readonly string[] {
  const klein = naam.toLowerCase();
  const gemeten = namen.map((een) => ({ een, ver: hoeVer(klein, een.toLowerCase()) }));
  return gemeten.sort((links, rechts) => links.ver - rechts.ver).map(({ een }) => een);
}

/** What was only not finished is nearer than any mistake. */
function hoeVer(getypt: string, naam: string): number {
  return naam.startsWith(getypt) ? 0 : afstand(getypt, naam);
}
