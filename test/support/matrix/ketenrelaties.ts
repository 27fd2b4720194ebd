import { moment, protocol } from "./agreed.ts";
import type { Persoon } from "./persoon.ts";
import { collega, profielen } from "./profielen.ts";
import { dagVanaf, type Rij } from "./sjablonen.ts";

const gisteren = new Date(moment.getTime() - 86_400_000).toISOString();

/** The ketenrelaties of a person: the one that counts, when it does, and beside it everything that almost does. */
export function ketenrelatiesVan({ profiel, geval }: Persoon): readonly Rij[] {
  const { partij, doel, medewerker } = profiel;
  const [anderDoel, anderGevoelig] = [false, true].map((gevoelig) =>
    protocol.document.doelen.find((een) => een.id !== doel && (een.gevoelig ?? false) === gevoelig),
  );
  const anderePartij = protocol.document.partijen.find(({ id }) => id !== partij);
  const bijna = [
    { einddatum: dagVanaf(-2000) },
    { begindatum: dagVanaf(50) },
    { beeindigd_op: gisteren },
    { doel: anderDoel?.id ?? doel, begindatum: dagVanaf(-100) },
    { doel: anderGevoelig?.id ?? doel, begindatum: dagVanaf(-100) },
    { partij: anderePartij?.id ?? partij, begindatum: dagVanaf(-100) },
    { ...vanAnderen(partij), begindatum: dagVanaf(-100) },
  ].map((anders) => ({
    partij,
    doel,
    medewerker_id: medewerker,
    begindatum: dagVanaf(-2100),
    einddatum: dagVanaf(400),
    beeindigd_op: null,
    ...anders,
  }));
  if (!geval.geldt.has("betrokken")) return bijna;
  const medewerkerId = geval.geldt.has("eigen-caseload") ? medewerker : collega;
  const lopend = { begindatum: dagVanaf(-100), einddatum: dagVanaf(400), beeindigd_op: null };
  return [{ partij, doel, medewerker_id: medewerkerId, ...lopend }, ...bijna];
}

// Private: a relation as a partner has them, so that there is something to tell of who is involved.
function vanAnderen(partij: string): Rij {
  const ander = profielen.find(
    (een) =>
      een.partij !== partij && een.openingen.some(({ voorwaarden }) => voorwaarden.includes("betrokken")),
  );
  return ander ? { partij: ander.partij, doel: ander.doel } : {};
}
