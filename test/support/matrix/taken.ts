import { protocol } from "./agreed.ts";
import type { Persoon } from "./persoon.ts";
import type { Rij } from "./sjablonen.ts";

/** The leefgebieden, as the rows name them. */
export const leefgebieden = ["FINANCIEN", "ZORG", "SAMENLEVING", "WERK", "ONTMOETEN"] as const;

/** The tasks in the PIP of a person: open ones of the caller's partij where the case says so, closed ones elsewhere, and another's. */
export function takenVan(persoon: Persoon): readonly Rij[] {
  const { partij } = persoon.profiel;
  const ander = protocol.document.partijen.find(({ id }) => id !== partij)?.id ?? partij;
  const open = openLeefgebieden(persoon);
  return leefgebieden.flatMap((leefgebied, index) => [
    { partij: ander, leefgebied, status: "BEZIG" },
    {
      partij,
      leefgebied,
      status: open.has(leefgebied) ? "OPEN" : index % 2 === 0 ? "GEREED" : "INGETROKKEN",
    },
  ]);
}

// Private: a task on any leefgebied is one of which no article says anything more, if there is such a one.
function openLeefgebieden({ profiel, geval }: Persoon): ReadonlySet<string> {
  const named = [...geval.geldt].flatMap((one) => /^eigen-taak: (.*)$/.exec(one)?.[1]?.toUpperCase() ?? []);
  if (named.length > 0 || !geval.geldt.has("eigen-taak")) return new Set(named);
  const bijzonder = new Set(profiel.openingen.flatMap(({ voorwaarden }) => voorwaarden));
  const vrij = leefgebieden.find((one) => !bijzonder.has(`eigen-taak: ${one.toLowerCase()}`));
  return new Set([vrij ?? leefgebieden[0]]);
}
