import { coverage, inputs, protocol } from "./agreed.ts";
import type { Bevindingen } from "./bevindingen.ts";
import { geldtAlles, gevallenVan, ontbreektAlleen } from "./gevallen.ts";
import { ownersOf } from "./owners.ts";
import { type Opening, type Profiel, profielen } from "./profielen.ts";
import { regie } from "./verwachting.ts";
import { type Vraagveld, veldenVan } from "./vraagvelden.ts";
import { wortels } from "./wortels.ts";
import { zonderVeld } from "./zonder-veld.ts";

/** The gegevens without a single decision, but for those that have no field. */
export function gegevensZonderGeval({ perGegeven }: Bevindingen): readonly string[] {
  return [...protocol.gegevens].filter((id) => !perGegeven.has(id) && !Object.hasOwn(zonderVeld, id));
}

/** Every partij and rol without a single decision. */
export function rollenZonderGeval({ perRol }: Bevindingen): readonly string[] {
  return protocol.document.partijen
    .flatMap(({ id, rollen }) => rollen.map((rol) => `${id} ${rol.id}`))
    .filter((rol) => !perRol.has(rol));
}

/** Every field, argument and input field that needs a gegeven and was never decided. */
export function delenZonderGeval({ perDeel }: Bevindingen): readonly string[] {
  const delen = [...coverage, ...inputs].filter(([, verwijzingen]) => verwijzingen.length > 0);
  return delen.map(([deel]) => deel).filter((deel) => !perDeel.has(deel));
}

/** Every field that a question can reach and that never showed anything: of which it was never seen that it can be open. */
export function nooitGetoond({ perDeel }: Bevindingen): readonly string[] {
  const delen = new Set(delenIn(begin));
  return [...delen].filter((deel) => (coverage.get(deel) ?? []).length > 0 && !perDeel.get(deel)?.getoond);
}

/** Every condition of every article that was not seen to hold and, alone, to fail, for a gegeven that it opens. */
export function voorwaardenZonderGeval(bevindingen: Bevindingen): readonly string[] {
  return metOpening((profiel, opening) => nietGezien(profiel, opening, bevindingen));
}

/** Every case in which an article holds, and what it opens was not open by any route. */
export function artikelenZonderOpening(bevindingen: Bevindingen): readonly string[] {
  return metOpening((profiel, opening) => nietOpen(profiel, opening, bevindingen));
}

/** How many conditions the articles have, counted for each gegeven that they open to each partij, rol and doel. */
export function aantalVoorwaarden(): number {
  return metOpening((_, { voorwaarden }) => voorwaarden).length;
}

/** Every case in which a gegeven was open, although no article holds in it. */
export function openZonderArtikel(bevindingen: Bevindingen): readonly string[] {
  return profielen.flatMap((profiel) =>
    gevallenVan(profiel).flatMap((geval) =>
      alleVerwijzingen()
        .filter((verwijzing) => bevindingen.isOpen(profiel, verwijzing, geval.naam))
        .filter(
          (verwijzing) =>
            !openingenVoor(profiel, verwijzing).some(({ voorwaarden }) => geldtAlles(geval, voorwaarden)),
        )
        .map(({ actie, gegeven }) => `${profiel.naam}: ${actie} ${gegeven} in "${geval.naam}"`),
    ),
  );
}

// Private: for every article and every gegeven that some field bears.
function metOpening(zoek: (profiel: Profiel, opening: Opening) => readonly string[]): readonly string[] {
  return profielen.flatMap((profiel) =>
    profiel.openingen.filter((opening) => heeftDeel(opening)).flatMap((opening) => zoek(profiel, opening)),
  );
}

const delen = [...coverage.values(), ...inputs.values()].flat();
const begin = wortels({}, "");
const inRegister = begin.filter(
  ({ veld, soort }) => soort === "lijst" && ownersOf("Query", veld)[0] !== regie,
);
const elders = begin.filter((wortel) => !inRegister.includes(wortel));
const gegevensInRegister = gegevensIn(inRegister);
const gegevensElders = gegevensIn([...elders, ...veldenVan("Nieuwkomer")]);

function gegevensIn(velden: readonly Vraagveld[]): ReadonlySet<string> {
  const verwijzingen = delenIn(velden).flatMap((deel) => coverage.get(deel) ?? []);
  return new Set(verwijzingen.map(({ gegeven }) => gegeven));
}

function heeftDeel({ actie, gegeven }: Pick<Opening, "actie" | "gegeven">): boolean {
  return delen.some((een) => een.actie === actie && een.gegeven === gegeven);
}

function alleVerwijzingen() {
  return [...new Map(delen.map((een) => [`${een.actie} ${een.gegeven}`, een])).values()];
}

function openingenVoor({ openingen }: Profiel, { actie, gegeven }: Pick<Opening, "actie" | "gegeven">) {
  return openingen.filter((een) => een.actie === actie && een.gegeven === gegeven);
}

function nietGezien(profiel: Profiel, opening: Opening, bevindingen: Bevindingen): readonly string[] {
  const { actie, gegeven, voorwaarden } = opening;
  const waar = `${profiel.naam}: ${actie} ${gegeven}`;
  if (voorwaarden.includes("geaggregeerd"))
    return bevindingen.isGeraakt(profiel, opening) ? [] : [`${waar} as a figure`];
  const gezien = gevallenVan(profiel).filter(({ naam }) => bevindingen.isGeraakt(profiel, opening, naam));
  const zonder = voorwaarden.filter(
    (een) => !gezien.some((geval) => ontbreektAlleen(geval, een, voorwaarden)),
  );
  const alles = gezien.some((geval) => geldtAlles(geval, voorwaarden));
  return [
    ...(alles ? [] : [`${waar} when ${voorwaarden.join(" + ")}`]),
    ...zonder.map((een) => `${waar} without ${een}`),
  ];
}

/**
 * By the own register something opens only at the bronhouder that keeps it; and what stands nowhere but in a register opens only by
 * that register, to the partij whose it is: there nobody is known by the keten.
 */
function nietOpen(profiel: Profiel, opening: Opening, bevindingen: Bevindingen): readonly string[] {
  const { actie, gegeven, voorwaarden } = opening;
  const bronhouder = protocol.document.gegevens.find(({ id }) => id === gegeven)?.bronhouder;
  const doorRegister = voorwaarden.includes("eigen-register");
  if (voorwaarden.includes("geaggregeerd") || (doorRegister && bronhouder !== profiel.partij)) return [];
  if (!doorRegister && alleenInRegister(gegeven)) return [];
  return gevallenVan(profiel)
    .filter((geval) => geldtAlles(geval, voorwaarden) && !bevindingen.isOpen(profiel, opening, geval.naam))
    .map(({ naam }) => `${profiel.naam}: ${actie} ${gegeven} in "${naam}"`);
}

function alleenInRegister(gegeven: string): boolean {
  return gegevensInRegister.has(gegeven) && !gegevensElders.has(gegeven);
}

function delenIn(velden: readonly Vraagveld[]): readonly string[] {
  return velden.flatMap(({ type, veld, binnen }) => [`${type}.${veld}`, ...delenIn(binnen)]);
}
