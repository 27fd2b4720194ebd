import { type GraphQLInputType, getNamedType, isEnumType, isInputObjectType } from "graphql";
import { coverage, inputs, objectType } from "./agreed.ts";
import { inLijst } from "./lijsten.ts";
import { Naloop, type Plaats } from "./nalopen.ts";
import { ownersOf } from "./owners.ts";
import { andereGemeente } from "./profielen.ts";
import { regie } from "./verwachting.ts";
import type { Onderzoek } from "./vraag.ts";
import type { Vraagveld } from "./vraagvelden.ts";

/** One input of a list, with everything that it can be given. */
interface Invoer {
  readonly lijst: string;
  readonly argument: string;
  readonly veld: string;
  /** `Input.field`, as the schema names it. */
  readonly deel: string;
  readonly waarden: readonly string[];
}

/**
 * Asks every list with every filter and every order. Whom it may not be read of, is not found by any value of a filter and does not
 * stand in an order; and who may not read it at all is refused, also when he gives nothing (`null`), and at the bronhouder itself.
 */
export async function vraagFilters(onderzoek: Onderzoek, subgraph?: string): Promise<void> {
  const proeven = invoerVan(onderzoek.profiel.gemeente, subgraph)
    // What is not refused beforehand is decided by the bronhouder, also when the gateway asks.
    .filter((invoer) => !subgraph || onderzoek.verwachting.statisch(nodigVoor(invoer)))
    .flatMap((invoer) => [...invoer.waarden, "null"].map((waarde) => ({ invoer, waarde })));
  if (proeven.length === 0) return;
  const vragen = proeven.map(
    ({ invoer, waarde }, index) =>
      `f${index}: ${invoer.lijst}(first: 500, ${invoer.argument}: { ${invoer.veld}: ${waarde} }) { totalCount edges { node { id } } }`,
  );
  const answer = await onderzoek.zend(`{ ${vragen.join(" ")} }`, {}, subgraph);
  const naloop = new Naloop(onderzoek, { answer, ...(subgraph ? { subgraph } : {}) });
  const gevonden = proeven.map(({ invoer, waarde }, index): Gevonden => {
    const sleutel = `f${index}`;
    const over = { persoon: undefined, metToegang: false, spoor: "" };
    const plaats: Plaats = { ...over, route: routeVan(invoer), pad: [sleutel] };
    const weigering = onderzoek.verwachting.statisch(nodigVoor(invoer));
    const value: Lijst | null = answer.data[sleutel];
    const isOpen = naloop.plek(lijstveld(invoer), value, weigering, plaats);
    return { invoer, waarde, ids: isOpen ? idsIn(value, sleutel, onderzoek) : undefined };
  });
  for (const invoer of new Set(proeven.map((een) => een.invoer)))
    invoerNalopen(
      invoer,
      gevonden.filter((een) => een.invoer === invoer),
      onderzoek,
    );
  naloop.klaar();
}

// Private.
interface Lijst {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

/** What was found with one value; nothing when it was refused. */
interface Gevonden {
  readonly invoer: Invoer;
  readonly waarde: string;
  readonly ids: readonly string[] | undefined;
}

function invoerVan(gemeente: string, subgraph: string | undefined): readonly Invoer[] {
  const lijsten = Object.values(objectType("Query").getFields()).filter(
    ({ name }) => !subgraph || ownersOf("Query", name).includes(subgraph),
  );
  return lijsten.flatMap(({ name: lijst, args }) =>
    args.flatMap(({ name: argument, type }) => {
      const input = getNamedType(type);
      if (!isInputObjectType(input)) return [];
      return Object.values(input.getFields()).map((field) => ({
        lijst,
        argument,
        veld: field.name,
        deel: `${input.name}.${field.name}`,
        waarden: waardenVan(field.type, gemeente),
      }));
    }),
  );
}

/** Everything that an input can be given about the people of the matrix. */
function waardenVan(type: GraphQLInputType, gemeente: string): readonly string[] {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues().map(({ name }) => name);
  if (named.name === "Gemeentecode") return [gemeente, andereGemeente].map((code) => JSON.stringify(code));
  throw new Error(`Say in the matrix which values a filter of type ${named.name} can have.`);
}

function nodigVoor({ lijst, deel }: Invoer) {
  return [...(coverage.get(`Query.${lijst}`) ?? []), ...(inputs.get(deel) ?? [])];
}

function routeVan({ argument }: Invoer): string {
  return argument === "orderBy" ? "volgorde" : "filter";
}

function lijstveld({ lijst }: Invoer): Vraagveld {
  return { type: "Query", veld: lijst, sleutel: lijst, geeft: undefined, isVerplicht: false, binnen: [] };
}

function idsIn(value: Lijst | null, sleutel: string, { profiel, bevindingen }: Onderzoek): readonly string[] {
  const ids = value?.edges.map(({ node }) => node.id) ?? [];
  if (ids.length !== value?.totalCount)
    bevindingen.wijktAf(`${profiel.naam}: totalCount of ${sleutel}`, ids.length, value?.totalCount);
  return ids;
}

/** Any value of a filter finds who has it, so all of them together find everybody of whom it may be read; an order holds them all. */
function invoerNalopen(invoer: Invoer, proeven: readonly Gevonden[], onderzoek: Onderzoek): void {
  const { profiel, verwachting, bevindingen } = onderzoek;
  const verwijzingen = inputs.get(invoer.deel) ?? [];
  const bronhouder = ownersOf("Query", invoer.lijst)[0] ?? regie;
  const per = proeven.filter(({ waarde }) => waarde !== "null").map(({ ids }) => ids);
  const zonder = proeven.find(({ waarde }) => waarde === "null")?.ids;
  if (per.some((ids) => ids === undefined) || !zonder) {
    const weigering = verwachting.statisch(nodigVoor(invoer));
    bevindingen.gezien({ profiel, route: routeVan(invoer), delen: [invoer.deel], verwijzingen, weigering });
    return;
  }
  for (const persoon of inLijst(invoer.lijst, onderzoek)) {
    const weigering = verwachting.ter({ bronhouder, metToegang: false, persoon }, verwijzingen);
    const stands = per.map((ids) => ids?.includes(persoon.id) === true);
    const staat = routeVan(invoer) === "volgorde" ? stands.every(Boolean) : stands.some(Boolean);
    bevindingen.gezien({
      profiel,
      route: routeVan(invoer),
      delen: [invoer.deel],
      verwijzingen,
      weigering,
      persoon,
      getoond: staat,
    });
    if (staat !== !weigering || (weigering && stands.some(Boolean)))
      bevindingen.wijktAf(
        `${profiel.naam}: ${invoer.deel} finds "${persoon.geval.naam}"`,
        !weigering,
        stands,
      );
    if (!zonder.includes(persoon.id))
      bevindingen.wijktAf(`${profiel.naam}: ${invoer.deel}: null finds "${persoon.geval.naam}"`, true, false);
  }
}
