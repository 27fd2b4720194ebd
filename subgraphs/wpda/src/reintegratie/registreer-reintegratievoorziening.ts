import { randomUUID } from "node:crypto";
import { Bedrijfsregel } from "@ketenhub/errors";
import { onceOnly, readInput } from "@ketenhub/subgraph";
import type { EntityManager } from "typeorm";
import { z } from "zod";
import { Klantdossier } from "../klantdossier/klantdossier.ts";
import { loopt } from "../loopt.ts";
import type { Context } from "../wpda.ts";
import { Reintegratievoorziening } from "./reintegratievoorziening.ts";

const Input = z
  .object({
    nieuwkomerId: z.string(),
    soort: z.string(),
    datumStart: z.string(),
    datumVerwachtEinde: z.string().nullish(),
    urenPerWeek: z.int().min(1, "1 tot en met 40").max(40, "1 tot en met 40"),
    idempotentieSleutel: z.string(),
  })
  .refine(({ datumStart, datumVerwachtEinde }) => !datumVerwachtEinde || datumVerwachtEinde >= datumStart, {
    path: ["datumVerwachtEinde"],
    message: "de dag van datumStart of later",
  });
type Input = z.infer<typeof Input>;

/** Registers a new provision in the open dossier of a client. */
export async function registreerReintegratievoorziening(
  _parent: unknown,
  args: { input: unknown },
  context: Context,
) {
  const input = readInput<Input>(Input, args.input);
  const { nieuwkomerId } = input;
  const reintegratievoorziening = await onceOnly(
    context,
    "registreerReintegratievoorziening",
    input,
    async (manager) => {
      const dossier = await openDossierOf(manager, nieuwkomerId, context.dag);
      const voorziening = newVoorziening(input, dossier.id);
      await manager.insert(Reintegratievoorziening, voorziening);
      return voorziening;
    },
  );
  context.loaders.reintegratievoorzieningen.clear(nieuwkomerId);
  return { nieuwkomerId, reintegratievoorziening };
}

// Private: the row is locked, so that the dossier is not closed between looking and writing.
async function openDossierOf(
  manager: EntityManager,
  nieuwkomerId: string,
  dag: string,
): Promise<Klantdossier> {
  const dossier = await manager.findOne(Klantdossier, {
    where: { nieuwkomerId },
    lock: { mode: "pessimistic_write" },
  });
  if (dossier && loopt(dossier.begindatum, dossier.einddatum, dag)) return dossier;
  throw new Bedrijfsregel(
    "Een re-integratievoorziening is er voor wie klant is van het werkplein",
    "Participatiewet, artikelen 7 en 10",
    "een voorziening voor iemand met een open klantdossier",
  );
}

function newVoorziening(input: Input, klantdossierId: string): Reintegratievoorziening {
  return {
    id: randomUUID(),
    klantdossierId,
    nieuwkomerId: input.nieuwkomerId,
    soort: input.soort,
    datumStart: input.datumStart,
    datumVerwachtEinde: input.datumVerwachtEinde ?? null,
    datumEinde: null,
    urenPerWeek: input.urenPerWeek,
    versie: 1,
  };
}
