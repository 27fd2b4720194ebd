import type { Answer } from "../ask.ts";
import { coverage, protocol } from "./agreed.ts";
import { vraagCijfers } from "./cijfer-routes.ts";
import { vraagFilters } from "./filter-routes.ts";
import { vraagLijsten } from "./lijst-routes.ts";
import { Naloop } from "./nalopen.ts";
import { subgraphNamen } from "./owners.ts";
import type { PersoonMetRijen } from "./persoon.ts";
import { vraagWie } from "./persoon-routes.ts";
import { schrijf } from "./schrijf-vraag.ts";
import { kennen, regie } from "./verwachting.ts";
import type { Onderzoek } from "./vraag.ts";
import { type Vraagveld, veldenVan } from "./vraagvelden.ts";

/**
 * Asks each subgraph itself, past the gateway, about everybody at once: the gemeente, which also gives the proof of what it knows;
 * and the partners with that proof and without it.
 */
export async function vraagBronhouders(onderzoek: Onderzoek): Promise<void> {
  if (onderzoek.verwachting.statisch([kennen])) await vraagWie(onderzoek, regie);
  const toegangen = await vraagRegie(onderzoek);
  for (const subgraph of subgraphNamen()) {
    await vraagLijsten(onderzoek, subgraph);
    await vraagFilters(onderzoek, subgraph);
    await vraagCijfers(onderzoek, subgraph);
    if (subgraph === regie) continue;
    await vraagEntiteiten(onderzoek, subgraph, toegangen);
    if (isIetsOpen(subgraph, onderzoek)) await vraagEntiteiten(onderzoek, subgraph, new Map());
  }
}

// Private: what to ask of each subgraph is the same for every caller.
const perSubgraph = new Map(
  subgraphNamen().map((subgraph) => [subgraph, veldenVan("Nieuwkomer", { subgraph })]),
);

/** Whether a proof could make a difference there. */
function isIetsOpen(subgraph: string, { verwachting }: Onderzoek): boolean {
  return veldenIn(subgraph).some(({ type, veld }) => {
    const verwijzingen = coverage.get(`${type}.${veld}`) ?? [];
    return verwijzingen.length > 0 && !verwachting.statisch(verwijzingen);
  });
}

/** Whether any other bronhouder shares something with this caller: if not, there is nothing to prove to anybody. */
function deeltEenAnder({ partij, rol, doel }: Onderzoek["profiel"]): boolean {
  const { artikelen, gegevens } = protocol.document;
  const vanAnderen = new Set(
    gegevens.filter(({ bronhouder }) => bronhouder !== regie).map((gegeven) => gegeven.id),
  );
  return artikelen.some(
    (artikel) =>
      artikel.partij === partij &&
      artikel.rollen.includes(rol) &&
      artikel.doelen.includes(doel) &&
      [...(artikel.lezen ?? []), ...(artikel.schrijven ?? [])].some((gegeven) => vanAnderen.has(gegeven)),
  );
}

async function vraagRegie(onderzoek: Onderzoek): Promise<ReadonlyMap<string, string>> {
  const { personen, profiel, verwachting, bevindingen } = onderzoek;
  const answer = await zendEntiteiten(onderzoek, regie, new Map(), "toegang");
  const toegangen = new Map<string, string>();
  const deelt = deeltEenAnder(profiel);
  personen.forEach((persoon, index) => {
    const { toegang } = answer.data._entities[index];
    if (toegang) toegangen.set(persoon.id, toegang);
    const krijgt = deelt && verwachting.kent(persoon);
    if ((toegang !== null) !== krijgt)
      bevindingen.wijktAf(`${profiel.naam}: a toegang about "${persoon.geval.naam}"`, krijgt, !krijgt);
  });
  entiteitenNalopen(onderzoek, regie, answer, "_entities");
  return toegangen;
}

async function vraagEntiteiten(
  onderzoek: Onderzoek,
  subgraph: string,
  toegangen: ReadonlyMap<string, string>,
): Promise<void> {
  const answer = await zendEntiteiten(onderzoek, subgraph, toegangen, "");
  const route = toegangen.size > 0 ? "_entities met toegang" : "_entities zonder toegang";
  entiteitenNalopen(onderzoek, subgraph, answer, route, (persoon) => toegangen.has(persoon.id));
}

function zendEntiteiten(
  { personen, zend }: Onderzoek,
  subgraph: string,
  toegangen: ReadonlyMap<string, string>,
  ookNog: string,
): Promise<Answer> {
  const velden = schrijf(veldenIn(subgraph), "rechtstreeks", new Map());
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Nieuwkomer { ${velden} ${ookNog} } } }`;
  const representations = personen.map(({ id }) => {
    const toegang = toegangen.get(id);
    return { __typename: "Nieuwkomer", id, ...(toegang === undefined ? {} : { toegang }) };
  });
  return zend(query, { r: representations }, subgraph);
}

function entiteitenNalopen(
  onderzoek: Onderzoek,
  subgraph: string,
  answer: Answer,
  route: string,
  metToegang: (persoon: PersoonMetRijen) => boolean = () => false,
): void {
  const naloop = new Naloop(onderzoek, { answer, subgraph });
  onderzoek.personen.forEach((persoon, index) => {
    const plaats = { route, pad: ["_entities", index], persoon, metToegang: metToegang(persoon) };
    naloop.object(answer.data._entities[index], veldenIn(subgraph), {
      ...plaats,
      spoor: `Nieuwkomer:${persoon.id}`,
    });
  });
  naloop.klaar();
}

function veldenIn(subgraph: string): readonly Vraagveld[] {
  return perSubgraph.get(subgraph) ?? [];
}
