import type { ProtocolDocument, Voorwaarde } from "@ketenhub/protocol";
import { decodeJwt } from "jose";
import type { Exchange } from "./exchange.ts";
import type { AnyRow, Population } from "./population.ts";
import type { Secret } from "./secrets.ts";

/** Who asked, as the token says. */
export interface Asker {
  readonly partij: string;
  readonly rol: string;
  readonly doel: string;
  readonly gemeenten: readonly string[];
  readonly nieuwkomerId?: string;
}

/** What was ever true of a person: for the widest reading of the protocol, in which every moment of the run counts. */
interface Ever {
  readonly gemeenten: Set<string>;
  readonly relaties: Set<string>;
  readonly taken: Set<string>;
  readonly toestemmingen: Set<string>;
  readonly registers: Set<string>;
}

/** Says whether an asker can ever have been allowed to have a secret, under any of the versions. What is unknown is a no. */
export type MayHave = (asker: Asker | undefined, secret: Secret) => boolean;

/** The one who asked; nobody for a request that was refused at the door. */
export function askerOf(
  { authorization, doel, status }: Exchange,
  documents: readonly ProtocolDocument[],
): Asker | undefined {
  if (status !== 200 || !authorization || !doel) return undefined;
  const claims = decodeJwt(authorization.replace(/^bearer /i, ""));
  const oin = String(claims["organisatie_oin"]);
  const partij = documents.flatMap(({ partijen }) => partijen).find((one) => one.oin.includes(oin))?.id;
  if (!partij) return undefined;
  const gemeenten = Array.isArray(claims["gemeenten"]) ? claims["gemeenten"].map(String) : [];
  const nieuwkomer = claims["nieuwkomer"];
  return {
    partij,
    rol: String(claims["rol"]),
    doel: doel.trim(),
    gemeenten,
    ...(typeof nieuwkomer === "string" ? { nieuwkomerId: nieuwkomer } : {}),
  };
}

/** Reads what can be true of each person in a population. */
export function mayHaveIn(population: Population, documents: readonly ProtocolDocument[]): MayHave {
  const persons = everOf(population);
  const artikelen = documents.flatMap((document) => document.artikelen);
  return (asker, { persoonId, wegen }) => {
    if (!asker) return false;
    const canRead = (gegeven: string) =>
      artikelen.some(
        ({ partij, rollen, doelen, lezen = [], voorwaarden }) =>
          partij === asker.partij &&
          rollen.includes(asker.rol) &&
          doelen.includes(asker.doel) &&
          lezen.includes(gegeven) &&
          voorwaarden.every((one) => canHold(one, asker, gegeven, persoonId, persons.get(persoonId))),
      );
    return wegen.some(
      ({ partij = asker.partij, gegevens }) => partij === asker.partij && gegevens.every(canRead),
    );
  };
}

// Private.
function canHold(
  voorwaarde: Voorwaarde,
  { partij, doel, gemeenten, nieuwkomerId }: Asker,
  gegeven: string,
  persoonId: string,
  ever: Ever | undefined,
): boolean {
  if (typeof voorwaarde !== "string") return true;
  if (voorwaarde === "eigen-dossier") return nieuwkomerId === persoonId;
  if (voorwaarde === "geaggregeerd" || !ever) return false;
  const isInvolved = ever.relaties.has(`${partij} ${doel}`);
  const isRegistered = ever.registers.has(partij);
  return {
    betrokken: isInvolved,
    "eigen-register": isRegistered,
    "eigen-caseload": isInvolved || isRegistered,
    "eigen-gemeente": gemeenten.some((gemeente) => ever.gemeenten.has(gemeente)),
    "eigen-taak": ever.taken.has(partij),
    toestemming: ever.toestemmingen.has(`${partij} ${gegeven}`),
  }[voorwaarde];
}

const registers = {
  klantdossier: "wpda",
  begeleiding: "vluchtelingenwerk",
  inschrijving: "roc",
} as const;

function everOf(population: Population): ReadonlyMap<string, Ever> {
  const persons = new Map<string, Ever>();
  const of = (row: AnyRow): Ever => {
    const id = String(row["nieuwkomer_id"] ?? row["id"]);
    const ever = persons.get(id) ?? nothing();
    persons.set(id, ever);
    return ever;
  };
  const each = (table: string, note: (ever: Ever, row: AnyRow) => void) => {
    for (const row of population[table] ?? []) note(of(row), row);
  };
  each("nieuwkomer", ({ gemeenten }, row) => gemeenten.add(String(row["gemeente"])));
  each("ketenrelatie", ({ relaties }, row) => relaties.add(`${row["partij"]} ${row["doel"]}`));
  each("taak", ({ taken }, row) => taken.add(String(row["partij"])));
  each("toestemming", ({ toestemmingen }, row) => toestemmingen.add(`${row["partij"]} ${row["gegeven"]}`));
  for (const [table, partij] of Object.entries(registers)) {
    each(table, (ever, row) => {
      ever.registers.add(partij);
      ever.gemeenten.add(String(row["gemeente"]));
    });
  }
  return persons;
}

function nothing(): Ever {
  return {
    gemeenten: new Set(),
    relaties: new Set(),
    taken: new Set(),
    toestemmingen: new Set(),
    registers: new Set(),
  };
}
