import { isKetenId, type NieuwkomerRef, nieuwkomerRef } from "@ketenhub/subgraph";
import type { Context, GemeenteResolvers } from "../gemeente.ts";
import { issueToegangFor } from "../toegang/issue-toegang-for.ts";
import type { Nieuwkomer } from "./nieuwkomer.ts";
import { findNieuwkomer, type NieuwkomersArguments, nieuwkomers } from "./nieuwkomers.ts";

type Column = Exclude<keyof Nieuwkomer, "id" | "gezinId" | "gezinsrol" | "regievoerderId" | "eindeTermijn">;

const column =
  (name: Column) =>
  async ({ id }: NieuwkomerRef, _args: unknown, { loaders }: Context) =>
    (await loaders.nieuwkomer.load(id))?.[name] ?? null;

/** Some columns as one object about the same person. */
const part =
  (...names: readonly Column[]) =>
  async ({ id }: NieuwkomerRef, _args: unknown, { loaders }: Context) => {
    const row = await loaders.nieuwkomer.load(id);
    return row ? { nieuwkomerId: id, ...Object.fromEntries(names.map((name) => [name, row[name]])) } : null;
  };

/** Says how to find a nieuwkomer and his own facts. Who may see them is the protocol's business, not this file's. */
export const nieuwkomerResolvers: GemeenteResolvers = {
  Query: {
    nieuwkomer: (_parent, { id }: { id: string }, context) =>
      isKetenId(id) ? findNieuwkomer(context, id) : null,
    nieuwkomers: (_parent, args: NieuwkomersArguments, context) => nieuwkomers(context, args),
  },
  Nieuwkomer: {
    // A representation is a claim by a stranger: only the id is taken from it.
    __resolveReference: ({ id }: { id?: unknown }) => (isKetenId(id) ? nieuwkomerRef(id) : null),
    toegang: ({ id }: NieuwkomerRef, _args, context) => issueToegangFor(id, context),
    bsn: column("bsn"),
    vNummer: column("vNummer"),
    naam: part("voornamen", "voorvoegsel", "geslachtsnaam"),
    adres: part("straat", "huisnummer", "postcode", "woonplaats"),
    contact: part("telefoonnummer", "emailadres"),
    gemeente: column("gemeente"),
    geboortedatum: column("geboortedatum"),
    geslacht: column("geslacht"),
    nationaliteit: column("nationaliteit"),
    contacttaal: column("contacttaal"),
    regime: column("regime"),
    doelgroep: column("doelgroep"),
    gedetailleerdeDoelgroep: column("gedetailleerdeDoelgroep"),
    regievoerder: column("regievoerder"),
  },
};
