import { protocol } from "./agreed.ts";
import { leefgebieden } from "./leefgebieden.ts";
import type { Persoon } from "./persoon.ts";
import type { Rij } from "./sjablonen.ts";

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

// Private.
function openLeefgebieden({ geval }: Persoon): ReadonlySet<string> {
  return new Set([...geval.geldt].flatMap((one) => /^eigen-taak: (.*)$/.exec(one)?.[1]?.toUpperCase() ?? []));
}
