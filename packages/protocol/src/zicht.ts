import type { CompiledProtocol } from "./compile.ts";
import { dagVan } from "./dag.ts";
import { decide } from "./decide.ts";
import type { ProtocolDocument } from "./document.ts";
import type { Feiten, KetenFeiten } from "./feiten.ts";

/** A gegeven of the protocol. */
export type Gegeven = ProtocolDocument["gegevens"][number];

/** What the gemeente knows about one person and one partij, at a moment. */
export interface ZichtVraag {
  readonly protocol: CompiledProtocol;
  readonly partij: string;
  readonly persoonId: string;
  readonly keten: KetenFeiten;
  readonly moment: Date;
}

/** By the facts of the gemeente alone, or if it also holds what only another bronhouder knows. */
export type Zekerheid = "nu" | "misschien";

/** That a gegeven can be read, and under which article. */
export interface Zicht {
  readonly gegeven: Gegeven;
  readonly zekerheid: Zekerheid;
  readonly artikel: string;
}

/** Everything about which some employee in this rol would be answered for this doel, as `decide` says. */
export function zichtVan(vraag: ZichtVraag, rol: string, doel: string): readonly Zicht[] {
  const { protocol, keten } = vraag;
  const medewerkers = medewerkersIn(keten).map((id) => medewerker(vraag, rol, doel, id));
  return protocol.document.gegevens.flatMap((gegeven): readonly Zicht[] => {
    // Most is closed to most, whoever the person is.
    if (medewerkers[0]?.vraagt(gegeven).uitkomst === "geweigerd") return [];
    for (const zekerheid of ["nu", "misschien"] as const) {
      for (const { vraagt, feiten } of medewerkers) {
        const beslissing = vraagt(gegeven, feiten(gegeven, zekerheid));
        if (beslissing.uitkomst === "toegestaan")
          return [{ gegeven, zekerheid, artikel: beslissing.artikel }];
      }
    }
    return [];
  });
}

// Private: an employee like any other, and those who are named in a ketenrelatie.
function medewerkersIn({ relaties }: KetenFeiten): readonly string[] {
  return ["", ...new Set(relaties.flatMap(({ medewerkerId }) => medewerkerId ?? []))];
}

/** What one employee would ask, and what would be known to who decides. */
function medewerker(vraag: ZichtVraag, rol: string, doel: string, medewerkerId: string) {
  const { protocol, partij, persoonId, keten, moment } = vraag;
  const gemeenten = keten.gemeente === undefined ? [] : [keten.gemeente];
  const afnemer = { partij, rol, medewerkerId, gemeenten };
  const vraagt = ({ id: gegeven }: { readonly id: string }, persoon?: Feiten) =>
    decide(protocol, { afnemer, doel, actie: "lezen", gegeven, moment, ...(persoon ? { persoon } : {}) });

  const bekend: Feiten = { persoonId, keten };
  const kent = vraagt({ id: "nieuwkomer" }, bekend).uitkomst === "toegestaan";
  const gemeente = protocol.document.gegevens.find(({ id }) => id === "nieuwkomer")?.bronhouder;
  const feiten = (gegeven: Gegeven, zekerheid: Zekerheid): Feiten => ({
    // What the gemeente knows reaches another bronhouder only for who may know of the person: else no toegang is issued.
    ...(gegeven.bronhouder === gemeente || kent ? bekend : { persoonId }),
    ...(zekerheid === "misschien" ? elders(vraag, doel, gegeven, medewerkerId) : {}),
  });
  return { vraagt, feiten };
}

/** What only the bronhouder could know: that the partij has a dossier in its own register, and what runs there. */
function elders(
  { protocol, partij, keten: { gemeente }, moment }: ZichtVraag,
  doel: string,
  { bronhouder }: Gegeven,
  medewerkerId: string,
): Partial<Feiten> {
  const eigenDossier =
    bronhouder === partij && gemeente !== undefined
      ? { register: { dossiers: [{ doelen: [doel], medewerkers: [medewerkerId], gemeente }] } }
      : {};
  // What runs (ontzorgen) is a gegeven by that name; only its bronhouder knows until when.
  const eigen = protocol.document.gegevens.filter((gegeven) => gegeven.bronhouder === bronhouder);
  const vandaag = dagVan(moment);
  return {
    ...eigenDossier,
    lopend: Object.fromEntries(eigen.map(({ id }) => [id, vandaag])),
  };
}
