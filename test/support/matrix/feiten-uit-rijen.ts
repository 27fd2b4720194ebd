import {
  dagVan,
  type Feiten,
  geenFeiten,
  type KetenFeiten,
  type Ketenrelatie,
  type Dossier as Registerdossier,
} from "@ketenhub/protocol";
import { moment } from "./agreed.ts";
import { bestaat } from "./bevolking.ts";
import type { PersoonMetRijen } from "./persoon.ts";
import type { Rij } from "./sjablonen.ts";

const dag = dagVan(moment);

/** What the gemeente knows about a person and a partij, read from the rows as the design says it, and not as the product does. */
export function ketenFeitenVan(persoon: PersoonMetRijen, partij: string): KetenFeiten | undefined {
  if (!bestaat(persoon)) return geenFeiten(persoon.id).keten;
  const eigen = (tabel: string) => rijenIn(persoon, tabel).filter((rij) => rij["partij"] === partij);
  return {
    gemeente: String(rijenIn(persoon, "nieuwkomer")[0]?.["gemeente"]),
    relaties: eigen("ketenrelatie").map(relatieVan),
    toestemmingen: eigen("toestemming")
      .filter((rij) => rij["ingetrokken_op"] === null)
      .map((rij) => String(rij["gegeven"])),
    openTaken: eigen("taak")
      .filter((rij) => rij["status"] !== "GEREED" && rij["status"] !== "INGETROKKEN")
      .map((rij) => String(rij["leefgebied"]).toLowerCase()),
  };
}

/** The registers: of whom, in which table, which doelen an open dossier serves, and who is named in it. */
const registers: Readonly<
  Record<
    string,
    {
      readonly tabel: string;
      readonly medewerkers: readonly string[];
      doelen(rij: Rij, persoon: PersoonMetRijen): readonly string[];
    }
  >
> = {
  wpda: {
    tabel: "klantdossier",
    medewerkers: ["klantmanager_id", "werkcoach_id", "participatiecoach_id"],
    doelen: (rij, persoon) => [
      "bijstand",
      ...(rij["werkcoach_id"] !== null || rij["participatiecoach_id"] !== null ? ["reintegratie"] : []),
      ...(rijenIn(persoon, "ontzorgen").length > 0 ? ["ontzorgen"] : []),
    ],
  },
  vluchtelingenwerk: {
    tabel: "begeleiding",
    medewerkers: ["begeleider_id"],
    doelen: () => ["maatschappelijke-begeleiding", "pvt-map"],
  },
  roc: {
    tabel: "inschrijving",
    medewerkers: ["trajectbegeleider_id"],
    doelen: () => ["taalaanbod", "voortgang"],
  },
};

/** The open dossiers of a person in the register of a bronhouder. */
export function dossiersVan(persoon: PersoonMetRijen, bronhouder: string): readonly Registerdossier[] {
  const register = registers[bronhouder];
  if (!register) return [];
  return rijenIn(persoon, register.tabel)
    .filter((rij) => begonnen(rij) && (rij["einddatum"] === null || String(rij["einddatum"]) >= dag))
    .map((rij) => ({
      doelen: register.doelen(rij, persoon),
      medewerkers: register.medewerkers.flatMap((kolom) => (rij[kolom] === null ? [] : [String(rij[kolom])])),
      gemeente: String(rij["gemeente"]),
    }));
}

/** Until which day something runs, for the bronhouder who knows. */
export function lopendVan(persoon: PersoonMetRijen, bronhouder: string): Feiten["lopend"] {
  if (bronhouder !== "wpda") return undefined;
  const ontzorgen = rijenIn(persoon, "ontzorgen").find(begonnen)?.["einddatum"];
  return { ontzorgen: typeof ontzorgen === "string" ? ontzorgen : undefined };
}

// Private.
function rijenIn({ rijen }: PersoonMetRijen, tabel: string): readonly Rij[] {
  return rijen[tabel] ?? [];
}

function begonnen(rij: Rij): boolean {
  return String(rij["begindatum"] ?? rij["startdatum"]) <= dag;
}

function relatieVan(rij: Rij): Ketenrelatie {
  const { doel, begindatum, medewerker_id, einddatum, beeindigd_op } = rij as Record<string, string | null>;
  return {
    doel: String(doel),
    begindatum: String(begindatum),
    ...(medewerker_id ? { medewerkerId: medewerker_id } : {}),
    ...(einddatum ? { einddatum } : {}),
    ...(beeindigd_op ? { beeindigdOp: new Date(beeindigd_op) } : {}),
  };
}
