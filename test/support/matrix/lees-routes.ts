import type { Answer } from "../ask.ts";
import { coverage } from "./agreed.ts";
import { inLijst } from "./lijsten.ts";
import { Naloop, type Plaats } from "./nalopen.ts";
import type { PersoonMetRijen } from "./persoon.ts";
import { type Fragmenten, type Schrijfwijze, schrijf, schrijfFragmenten } from "./schrijf-vraag.ts";
import type { Onderzoek } from "./vraag.ts";
import { terugwegen, type Vraagveld, veldenVan } from "./vraagvelden.ts";
import { type Wortel, wortels } from "./wortels.ts";

/** A way in which everything is asked of a person. */
interface Manier {
  readonly route: string;
  readonly wijze: Schrijfwijze;
  readonly velden: readonly Vraagveld[];
}

const anders: readonly Manier[] = [
  { route: "alias", wijze: "rechtstreeks", velden: veldenVan("Nieuwkomer", { voorvoegsel: "alias_" }) },
  {
    route: "benoemd fragment",
    wijze: "benoemd fragment",
    velden: veldenVan("Nieuwkomer", { voorvoegsel: "benoemd_" }),
  },
  {
    route: "inline fragment",
    wijze: "inline fragment",
    velden: veldenVan("Nieuwkomer", { voorvoegsel: "inline_" }),
  },
];

/** Asks everything about each person whom a caller may know, by name, by alias, by fragment, and again through another dossier. */
export async function vraagPersonen(onderzoek: Onderzoek): Promise<void> {
  const { verwachting, personen, zend } = onderzoek;
  const velden = veldenVan("Nieuwkomer", terugVoor(onderzoek));
  const manieren: readonly Manier[] = [{ route: "rechtstreeks", wijze: "rechtstreeks", velden }, ...anders];
  const vraag = persoonsvraag(manieren);
  for (const persoon of await bekenden(onderzoek)) {
    const answer = await zend(vraag, { id: persoon.id });
    const naloop = new Naloop(onderzoek, { answer });
    const value = answer.data?.nieuwkomer;
    const spoor = `Nieuwkomer:${persoon.id}`;
    const plaats: Plaats = { route: "rechtstreeks", pad: ["nieuwkomer"], persoon, metToegang: true, spoor };
    for (const { route, velden } of manieren) naloop.object(value ?? {}, velden, { ...plaats, route });
    naloop.klaar();
  }
  for (const persoon of personen.filter((een) => !verwachting.kent(een)))
    new Naloop(onderzoek, { answer: geenAntwoord }).dicht(velden, persoon);
}

/** Asks who everybody is: whom the caller may not know is nobody, and no error tells of him. */
async function bekenden(onderzoek: Onderzoek): Promise<readonly PersoonMetRijen[]> {
  const { personen, profiel, verwachting, bevindingen, zend } = onderzoek;
  const answer = await zend(
    `{ ${personen.map(({ id }, index) => `p${index}: nieuwkomer(id: "${id}") { id }`).join(" ")} }`,
  );
  const naloop = new Naloop(onderzoek, { answer });
  const verwijzingen = coverage.get(wortel.deel) ?? [];
  const statisch = verwachting.statisch(verwijzingen);
  personen.forEach((persoon, index) => {
    const value = answer.data[`p${index}`];
    const plaats: Plaats = {
      route: "rechtstreeks",
      pad: [`p${index}`],
      persoon,
      metToegang: true,
      spoor: "",
    };
    const kent = verwachting.kent(persoon);
    if (statisch) {
      naloop.plek(wortel.veld, value, statisch, plaats);
      return;
    }
    const weigering = kent ? undefined : { gegeven: "nieuwkomer", reden: "onbekend" };
    bevindingen.gezien({
      profiel,
      route: plaats.route,
      delen: [wortel.deel],
      verwijzingen,
      weigering,
      persoon,
      getoond: value !== null,
    });
    if (value?.id !== (kent ? persoon.id : undefined))
      bevindingen.wijktAf(`${profiel.naam}: to know "${persoon.geval.naam}"`, kent, value);
  });
  naloop.klaar();
  return personen.filter((persoon) => !statisch && verwachting.kent(persoon));
}

/** Asks every list at once, with everything about everybody in it. */
export async function vraagLijsten(onderzoek: Onderzoek, subgraph?: string): Promise<void> {
  const { profiel, zend } = onderzoek;
  const lijsten = wortels(subgraph ? { subgraph } : {}, profiel.gemeente).filter(
    ({ soort }) => soort === "lijst",
  );
  if (lijsten.length === 0) return;
  const answer = await zend(`{ ${lijsten.map(schrijfWortel).join(" ")} }`, {}, subgraph);
  const naloop = new Naloop(onderzoek, { answer, ...(subgraph ? { subgraph } : {}) });
  for (const lijst of lijsten) lijstNalopen(lijst, answer, naloop, onderzoek, subgraph);
  naloop.klaar();
}

/** Asks what is about nobody: figures, and what the protocol lets the caller do. */
export async function vraagCijfers(onderzoek: Onderzoek, gemeente: string): Promise<void> {
  const cijfers = wortels({}, gemeente).filter(({ soort }) => soort === "niemand");
  const answer = await onderzoek.zend(`{ ${cijfers.map(schrijfWortel).join(" ")} }`);
  const naloop = new Naloop(onderzoek, { answer });
  for (const veld of cijfers) {
    const plaats: Plaats = {
      route: "cijfers",
      pad: [veld.sleutel],
      persoon: undefined,
      metToegang: false,
      spoor: veld.veld,
    };
    const value = answer.data?.[veld.sleutel];
    const statisch = onderzoek.verwachting.statisch(coverage.get(`Query.${veld.veld}`) ?? []);
    if (naloop.plek(veld, value, statisch, plaats) && value) naloop.object(value, veld.binnen, plaats);
  }
  naloop.klaar();
}

// Private.
const wortel = {
  deel: "Query.nieuwkomer",
  veld: {
    type: "Query",
    veld: "nieuwkomer",
    sleutel: "nieuwkomer",
    geeft: "Nieuwkomer",
    isVerplicht: false,
    binnen: [],
  },
} as const;

const geenAntwoord: Answer = { status: 200, data: null, errors: [], text: "", headers: new Headers() };

const terug = terugwegen(veldenVan("Nieuwkomer"));

/** By which field a person is found again: one that is not closed for this caller whoever it is about, another for each caller. */
function terugVoor({ verwachting, personen }: Onderzoek): { readonly terugDoor?: string } {
  const open = terug.filter((weg) => !verwachting.statisch(weg.flatMap((deel) => coverage.get(deel) ?? [])));
  const terugDoor = open[(personen[0]?.nummer ?? 0) % open.length]?.at(-1);
  return terugDoor === undefined ? {} : { terugDoor };
}

function persoonsvraag(manieren: readonly Manier[]): string {
  const fragmenten: Fragmenten = new Map();
  const delen = manieren.map(({ velden, wijze }) => schrijf(velden, wijze, fragmenten));
  return `query Persoon($id: ID!) { nieuwkomer(id: $id) { ${delen.join(" ")} } }\n${schrijfFragmenten(fragmenten)}`;
}

function schrijfWortel({ veld, argumenten, binnen }: Wortel): string {
  return `${veld}${argumenten} { ${schrijf(binnen, "rechtstreeks", new Map())} }`;
}

interface Rijnode {
  readonly id: string;
  readonly nieuwkomer?: { readonly id: string };
}

function lijstNalopen(
  lijst: Wortel,
  { data }: Answer,
  naloop: Naloop,
  onderzoek: Onderzoek,
  subgraph: string | undefined,
): void {
  const route = subgraph ? "lijst bij de bronhouder" : "lijst";
  const plaats: Plaats = {
    route,
    pad: [lijst.sleutel],
    persoon: undefined,
    metToegang: false,
    spoor: lijst.veld,
  };
  const value = data?.[lijst.sleutel];
  const statisch = onderzoek.verwachting.statisch(coverage.get(`Query.${lijst.veld}`) ?? []);
  if (!naloop.plek(lijst, value, statisch, plaats)) return;
  naloop.object(value, lijst.binnen, plaats);
  const verwacht = new Set(inLijst(lijst.veld, onderzoek).map(({ id }) => id));
  const gevonden = new Set(value.edges.map(({ node }: { node: Rijnode }) => node.nieuwkomer?.id ?? node.id));
  for (const { id, geval } of onderzoek.personen) {
    if (verwacht.has(id) === gevonden.has(id)) continue;
    const waar = `${onderzoek.profiel.naam}: "${geval.naam}" in ${lijst.veld}`;
    onderzoek.bevindingen.wijktAf(waar, verwacht.has(id), gevonden.has(id));
  }
}
