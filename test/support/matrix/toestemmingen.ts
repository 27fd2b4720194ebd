import { moment, protocol } from "./agreed.ts";
import type { Persoon } from "./persoon.ts";
import type { Rij } from "./sjablonen.ts";

const dagenGeleden = (dagen: number) => new Date(moment.getTime() - dagen * 86_400_000).toISOString();
const geldend = {
  ingetrokken_op: null,
  ingetrokken_door: null,
  ingetrokken_door_id: null,
  ingetrokken_wijze: null,
};
const ingetrokken = {
  ingetrokken_op: dagenGeleden(1),
  ingetrokken_door: "REGIEVOERDER",
  ingetrokken_door_id: "matrix-regievoerder",
  ingetrokken_wijze: "MONDELING",
};

/** What a person consented to: where the case says so; elsewhere it was withdrawn, or given to another, or for something else. */
export function toestemmingenVan({ profiel, geval }: Persoon): readonly Rij[] {
  const { partij } = profiel;
  const ander = protocol.document.partijen.find(({ id }) => id !== partij)?.id ?? partij;
  const gevraagd = new Set(
    profiel.openingen
      .flatMap(({ voorwaarden }) => voorwaarden)
      .flatMap((one) => /^toestemming: (.*)$/.exec(one)?.[1] ?? []),
  );
  const nietGevraagd = protocol.document.gegevens.find(({ id }) => !gevraagd.has(id))?.id ?? "";
  const rijen = [...gevraagd].flatMap((gegeven) => [
    { partij, gegeven, ...(geval.geldt.has(`toestemming: ${gegeven}`) ? geldend : ingetrokken) },
    { partij: ander, gegeven, ...geldend },
  ]);
  const overig = [
    { partij, gegeven: nietGevraagd, ...geldend },
    { partij: ander, gegeven: nietGevraagd, ...ingetrokken },
  ];
  return [...rijen, ...overig].map((rij) => ({ ...rij, gegeven_op: dagenGeleden(100), wijze: "MONDELING" }));
}
