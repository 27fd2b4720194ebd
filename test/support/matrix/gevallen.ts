import { leefgebieden } from "./leefgebieden.ts";
import type { Profiel } from "./profielen.ts";

/** What holds between a caller and a person: the conditions of the protocol, as they stand in an article. */
export interface Geval {
  readonly naam: string;
  readonly geldt: ReadonlySet<string>;
}

/**
 * The cases that a profiel needs: nothing holds; for each way in which an article opens something, just that, and all of it but
 * one condition; and everything at once. So each condition is seen to open and, alone, to close.
 */
export function gevallenVan({ openingen }: Pick<Profiel, "openingen">): readonly Geval[] {
  const wegen = openingen
    .map(({ voorwaarden }) => voorwaarden)
    .filter((voorwaarden) => !voorwaarden.includes("geaggregeerd"));
  const sets = [
    [],
    ...wegen,
    ...wegen.flatMap((weg) => weg.map((zonder) => weg.filter((one) => one !== zonder))),
    wegen.flat(),
  ];
  const alle = new Set(wegen.flat());
  const gevallen = new Map<string, Geval>();
  for (const set of sets) {
    const geldt = metLeefgebied(zonderLosse(new Set(set)), alle);
    const naam = [...geldt].sort().join(" + ") || "niets";
    gevallen.set(naam, { naam, geldt });
  }
  return [...gevallen.values()];
}

/** Whether in a case all of these hold. */
export function geldtAlles({ geldt }: Geval, voorwaarden: readonly string[]): boolean {
  return voorwaarden.every((one) => geldt.has(one) || (one === "eigen-taak" && heeftTaak(geldt)));
}

/** Whether in a case this one does not hold, and all the others do, but for what cannot hold without it. */
export function ontbreektAlleen({ geldt }: Geval, zonder: string, voorwaarden: readonly string[]): boolean {
  const zonderDeze = new Set(voorwaarden.filter((one) => one !== zonder));
  return (
    !geldtAlles({ naam: "", geldt }, [zonder]) &&
    geldtAlles({ naam: "", geldt }, [...zonderLosse(zonderDeze)])
  );
}

// Private: a caseload is a part of a relation or of a dossier, so without either there is none.
function zonderLosse(geldt: Set<string>): ReadonlySet<string> {
  if (!geldt.has("betrokken") && !geldt.has("eigen-register")) geldt.delete("eigen-caseload");
  return geldt;
}

/** A task is on some leefgebied: on one of which no article says anything more, if there is such a one. */
function metLeefgebied(geldt: ReadonlySet<string>, alle: ReadonlySet<string>): ReadonlySet<string> {
  if (!geldt.has("eigen-taak") || heeftTaak(geldt)) return geldt;
  const naam = (leefgebied: string) => `eigen-taak: ${leefgebied.toLowerCase()}`;
  const vrij = leefgebieden.find((leefgebied) => !alle.has(naam(leefgebied)));
  return new Set([...geldt, naam(vrij ?? leefgebieden[0])]);
}

function heeftTaak(geldt: ReadonlySet<string>): boolean {
  return [...geldt].some((one) => one.startsWith("eigen-taak: "));
}
