import { z } from "zod";
import type { Afnemer, Verzoek } from "../src/beslissing.ts";
import { leefgebieden } from "../src/document.ts";
import type { Feiten, Ketenrelatie } from "../src/feiten.ts";

const dag = z.iso.date();
const ja = z.literal("ja");
const medewerker = z.enum(["zelf", "een collega", "niemand"]);

const Feitenlijst = z.strictObject({
  /** The gemeente of the person: one for which the caller works, or not. */
  gemeente: z.enum(["eigen", "andere"]).optional(),
  ketenrelatie: z
    .strictObject({
      voor: z.string(),
      vanaf: dag,
      "tot en met": dag.optional(),
      "per direct beëindigd op": z.iso.datetime({ offset: true }).optional(),
      medewerker,
    })
    .optional(),
  /** On which leefgebieden the caller's partij has an open task. */
  taak: z.array(z.enum(leefgebieden)).min(1).optional(),
  toestemming: z.array(z.string()).optional(),
  register: z
    .strictObject({ voor: z.array(z.string()), gemeente: z.enum(["eigen", "andere"]), medewerker })
    .optional(),
  "ontzorgen tot en met": z.union([dag, z.literal("geen")]).optional(),
  "de beller is de persoon": ja.optional(),
  "telling over een groep": ja.optional(),
  "de gemeente zegt niets": ja.optional(),
});

const Geval = z.strictObject({
  beschrijving: z.string(),
  wie: z.strictObject({ partij: z.string(), rol: z.string(), doel: z.string() }),
  /** When it is asked; noon on 10 March 2026 unless said otherwise. */
  wanneer: z.iso.datetime({ offset: true }).default("2026-03-10T12:00:00+01:00"),
  feiten: Feitenlijst,
  vraag: z.strictObject({ actie: z.enum(["lezen", "schrijven"]), gegeven: z.string() }),
  verwacht: z.discriminatedUnion("uitkomst", [
    z.strictObject({ uitkomst: z.literal("toegestaan"), artikel: z.string() }),
    z.strictObject({ uitkomst: z.literal("geweigerd"), reden: z.string() }),
  ]),
});

/** A file with cases: what is described there, is what the protocol does. */
export const Gevallen = z.array(Geval).min(1);
export type Geval = z.infer<typeof Geval>;

/** The question of a case, as the protocol is asked it. */
export function verzoekVan({ wie, wanneer, feiten, vraag }: Geval): Verzoek {
  const afnemer: Afnemer = {
    partij: wie.partij,
    rol: wie.rol,
    medewerkerId: naam("zelf") ?? "",
    gemeenten: [gemeente("eigen")],
    ...(feiten["de beller is de persoon"] ? { nieuwkomerId: "p1" } : {}),
  };
  const persoon = feiten["telling over een groep"] ? "geaggregeerd" : persoonVan(feiten);
  return { afnemer, doel: wie.doel, ...vraag, persoon, moment: new Date(wanneer) };
}

// Private.
function persoonVan(feiten: Geval["feiten"]): Feiten {
  const { register, taak, toestemming, ketenrelatie } = feiten;
  const totEnMet = feiten["ontzorgen tot en met"];
  const keten = {
    ...(feiten.gemeente ? { gemeente: gemeente(feiten.gemeente) } : {}),
    relaties: ketenrelatie ? [relatieVan(ketenrelatie)] : [],
    toestemmingen: toestemming ?? [],
    openTaken: taak ?? [],
  };
  const dossiers = register
    ? [
        {
          doelen: register.voor,
          medewerkers: [naam(register.medewerker) ?? []].flat(),
          gemeente: gemeente(register.gemeente),
        },
      ]
    : [];
  return {
    persoonId: "p1",
    ...(feiten["de gemeente zegt niets"] ? {} : { keten }),
    ...(register ? { register: { dossiers } } : {}),
    ...(totEnMet ? { lopend: { ontzorgen: totEnMet === "geen" ? undefined : totEnMet } } : {}),
  };
}

function relatieVan(relatie: NonNullable<Geval["feiten"]["ketenrelatie"]>): Ketenrelatie {
  const medewerkerId = naam(relatie.medewerker);
  const einddatum = relatie["tot en met"];
  const beeindigdOp = relatie["per direct beëindigd op"];
  return {
    doel: relatie.voor,
    begindatum: relatie.vanaf,
    ...(medewerkerId ? { medewerkerId } : {}),
    ...(einddatum ? { einddatum } : {}),
    ...(beeindigdOp ? { beeindigdOp: new Date(beeindigdOp) } : {}),
  };
}

function naam(wie: z.infer<typeof medewerker>): string | undefined {
  return { zelf: "an", "een collega": "bo", niemand: undefined }[wie];
}

function gemeente(welke: "eigen" | "andere"): string {
  return { eigen: "GM1680", andere: "GM0106" }[welke];
}
