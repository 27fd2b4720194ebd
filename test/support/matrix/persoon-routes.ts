import type { Answer } from "../ask.ts";
import { coverage } from "./agreed.ts";
import { Naloop } from "./nalopen.ts";
import { ownersOf } from "./owners.ts";
import type { PersoonMetRijen } from "./persoon.ts";
import { type Fragmenten, type Schrijfwijze, schrijf, schrijfFragmenten } from "./schrijf-vraag.ts";
import { regie } from "./verwachting.ts";
import type { Onderzoek } from "./vraag.ts";
import { terugwegen, type Vraagveld, veldenVan } from "./vraagvelden.ts";

/** A way in which everything is asked of a person. */
interface Manier {
  readonly route: string;
  readonly wijze: Schrijfwijze;
  readonly velden: readonly Vraagveld[];
}

const inFragmenten: readonly Manier[] = (["benoemd fragment", "inline fragment"] as const).map((wijze) => {
  const voorvoegsel = `${wijze.split(" ")[0]}_`;
  return { route: wijze, wijze, velden: veldenVan("Nieuwkomer", { voorvoegsel }) };
});

const terug = terugwegen(veldenVan("Nieuwkomer"));
const geenAntwoord: Answer = { status: 200, data: null, errors: [], text: "", headers: new Headers() };

/**
 * Asks who everybody is, and of each person whom the caller may know everything at once: by its name, by a named and an inline
 * fragment under other names, and again through a dossier or a gezin in which the person is found a second time.
 */
export async function vraagPersonen(onderzoek: Onderzoek): Promise<void> {
  const { verwachting, personen, zend } = onderzoek;
  const velden = veldenVan("Nieuwkomer", terugVoor(onderzoek));
  const manieren: readonly Manier[] = [
    { route: "rechtstreeks", wijze: "rechtstreeks", velden },
    ...inFragmenten,
  ];
  const vraag = persoonsvraag(manieren);
  for (const persoon of verschillend(await vraagWie(onderzoek), velden, onderzoek)) {
    const answer = await zend(vraag, { id: persoon.id });
    const naloop = new Naloop(onderzoek, { answer });
    const over = { persoon, metToegang: true, spoor: `Nieuwkomer:${persoon.id}` };
    for (const { route, velden } of manieren)
      naloop.object(answer.data?.nieuwkomer ?? {}, velden, { ...over, route, pad: ["nieuwkomer"] });
    naloop.klaar();
  }
  for (const persoon of personen.filter((een) => !verwachting.kent(een)))
    new Naloop(onderzoek, { answer: geenAntwoord }).dicht(velden, persoon);
}

/** Asks who everybody is, and gives who is known: whom the caller may not know is nobody, and no error tells of him. */
export async function vraagWie(onderzoek: Onderzoek, subgraph?: string): Promise<readonly PersoonMetRijen[]> {
  const { personen, profiel, verwachting, bevindingen, zend } = onderzoek;
  const vragen = personen.map(({ id }, index) => `p${index}: nieuwkomer(id: "${id}") { id }`);
  const answer = await zend(`{ ${vragen.join(" ")} }`, {}, subgraph);
  const naloop = new Naloop(onderzoek, { answer, ...(subgraph ? { subgraph } : {}) });
  const verwijzingen = coverage.get("Query.nieuwkomer") ?? [];
  const statisch = verwachting.statisch(verwijzingen);
  personen.forEach((persoon, index) => {
    const value = answer.data[`p${index}`];
    const kent = !statisch && verwachting.kent(persoon);
    const weigering = statisch ?? (kent ? undefined : { gegeven: "nieuwkomer", reden: "onbekend" });
    const deel = { route: "rechtstreeks", delen: ["Query.nieuwkomer"], verwijzingen };
    bevindingen.gezien({ ...deel, profiel, weigering, persoon, getoond: value !== null });
    const over = { persoon, metToegang: true, spoor: "" };
    naloop.antwoordt(value, statisch, { ...over, route: "rechtstreeks", pad: [`p${index}`] });
    if (value?.id !== (kent ? persoon.id : undefined))
      bevindingen.wijktAf(`${profiel.naam}: to know "${persoon.geval.naam}"`, kent, !kent);
  });
  naloop.klaar();
  return personen.filter((persoon) => !statisch && verwachting.kent(persoon));
}

// Private: one of each of those about whom everything is decided alike.
function verschillend(
  personen: readonly PersoonMetRijen[],
  velden: readonly Vraagveld[],
  { verwachting }: Onderzoek,
): readonly PersoonMetRijen[] {
  const beslist = (persoon: PersoonMetRijen, binnen: readonly Vraagveld[]): unknown[] =>
    binnen.map(({ type, veld, binnen: dieper }) => {
      const plek = { bronhouder: ownersOf(type, veld)[0] ?? regie, metToegang: true, persoon };
      return [verwachting.ter(plek, coverage.get(`${type}.${veld}`) ?? []), ...beslist(persoon, dieper)];
    });
  return [
    ...new Map(personen.map((persoon) => [JSON.stringify(beslist(persoon, velden)), persoon])).values(),
  ];
}

/** By which field a person is found again: one that is not closed for this caller whoever it is about. */
function terugVoor({ verwachting, profiel }: Onderzoek): { readonly terugDoor?: string } {
  const open = terug.filter((weg) => !verwachting.statisch(weg.flatMap((deel) => coverage.get(deel) ?? [])));
  const terugDoor = open[profiel.doel.length % open.length]?.at(-1);
  return terugDoor === undefined ? {} : { terugDoor };
}

function persoonsvraag(manieren: readonly Manier[]): string {
  const fragmenten: Fragmenten = new Map();
  const delen = manieren.map(({ velden, wijze }) => schrijf(velden, wijze, fragmenten));
  return `query Persoon($id: ID!) { nieuwkomer(id: $id) { ${delen.join(" ")} } }\n${schrijfFragmenten(fragmenten)}`;
}
