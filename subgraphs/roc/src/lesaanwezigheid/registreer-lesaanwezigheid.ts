import { randomUUID } from "node:crypto";
import { OngeldigeInvoer } from "@ketenhub/errors";
import { isKetenId, onceOnly, readInput } from "@ketenhub/subgraph";
import { z } from "zod";
import { Inschrijving } from "../inschrijving/inschrijving.ts";
import type { Context } from "../roc.ts";
import { Les } from "./les.ts";

const Input = z.object({
  inschrijvingId: z.string(),
  datum: z.string(),
  uren: z.int().min(1, "1 tot en met 8").max(8, "1 tot en met 8"),
  aanwezigheid: z.string(),
  idempotentieSleutel: z.string(),
});
type Input = z.infer<typeof Input>;

/** Registers a lesson that has been, and whether the nieuwkomer was there. */
export async function registreerLesaanwezigheid(
  _parent: unknown,
  args: { input: unknown },
  context: Context,
) {
  const input = readInput<Input>(Input, args.input);
  const { inschrijvingId, nieuwkomerId } = await onceOnly(
    context,
    "registreerLesaanwezigheid",
    input,
    async (manager) => {
      // The row is locked, so that the inschrijving does not end between looking and writing.
      const inschrijving = await manager.findOneOrFail(Inschrijving, {
        where: { id: input.inschrijvingId },
        lock: { mode: "pessimistic_write" },
      });
      requireDatum(input, inschrijving, context);
      const { datum, uren, aanwezigheid } = input;
      const les = {
        id: randomUUID(),
        inschrijvingId: inschrijving.id,
        nieuwkomerId: inschrijving.nieuwkomerId,
      };
      await manager.insert(Les, { ...les, datum, uren, aanwezigheid });
      return les;
    },
  );
  const { lesuren, inschrijving } = context.loaders;
  lesuren.clear(inschrijvingId);
  return {
    nieuwkomerId,
    inschrijving: (await inschrijving.clear(inschrijvingId).load(inschrijvingId)) ?? null,
  };
}

/** For whom an inschrijving is; nobody when it does not exist. */
export async function nieuwkomerOfInschrijving(
  id: unknown,
  { loaders }: Context,
): Promise<string | undefined> {
  return isKetenId(id) ? (await loaders.inschrijving.load(id))?.nieuwkomerId : undefined;
}

// Private: the message names no day that the caller did not send, as not every writer is a reader.
function requireDatum({ datum }: Input, { startdatum, einddatum }: Inschrijving, { dag }: Context): void {
  const isWithin = startdatum <= datum && (einddatum === null || datum <= einddatum);
  if (isWithin && datum <= dag) return;
  throw new OngeldigeInvoer("input.datum", "een dag binnen de inschrijving, tot en met vandaag", datum);
}
