import { randomUUID } from "node:crypto";
import { Bedrijfsregel, OngeldigeInvoer } from "@ketenhub/errors";
import { isKetenId, onceOnly, readInput } from "@ketenhub/subgraph";
import { z } from "zod";
import type { Context } from "../vluchtelingenwerk.ts";
import { Pvt } from "./pvt.ts";
import { PvtBijeenkomst } from "./pvt-bijeenkomst.ts";

const Input = z.object({
  pvtId: z.string(),
  datum: z.string(),
  uren: z.int().min(1, "1 tot en met 12").max(12, "1 tot en met 12"),
  aanwezig: z.boolean(),
  idempotentieSleutel: z.string(),
});
type Input = z.infer<typeof Input>;

/** Registers a meeting that has been. */
export async function registreerPvtBijeenkomst(_parent: unknown, args: { input: unknown }, context: Context) {
  const input = readInput<Input>(Input, args.input);
  const { pvtId, nieuwkomerId } = await onceOnly(
    context,
    "registreerPvtBijeenkomst",
    input,
    async (manager) => {
      // The row is locked, so that the participatieverklaring is not signed between looking and writing.
      const pvt = await manager.findOneOrFail(Pvt, {
        where: { id: input.pvtId },
        lock: { mode: "pessimistic_write" },
      });
      requireDatum(input, pvt, context);
      const { datum, uren, aanwezig } = input;
      const bijeenkomst = { id: randomUUID(), pvtId: pvt.id, nieuwkomerId: pvt.nieuwkomerId };
      await manager.insert(PvtBijeenkomst, { ...bijeenkomst, datum, uren, aanwezig });
      return bijeenkomst;
    },
  );
  context.loaders.bijeenkomsten.clear(pvtId);
  return { nieuwkomerId, pvt: (await context.loaders.pvt.clear(pvtId).load(pvtId)) ?? null };
}

/** For whom a participatieverklaringstraject is; nobody when it does not exist. */
export async function nieuwkomerOfPvt(id: unknown, { loaders }: Context): Promise<string | undefined> {
  return isKetenId(id) ? (await loaders.pvt.load(id))?.nieuwkomerId : undefined;
}

// Private: the messages name no day that the caller did not send, as not every writer is a reader.
function requireDatum({ datum }: Input, pvt: Pvt, { dag }: Context): void {
  if (datum < pvt.startdatum || datum > dag) {
    throw new OngeldigeInvoer(
      "input.datum",
      "een dag vanaf het begin van het traject, tot en met vandaag",
      datum,
    );
  }
  if (pvt.datumOndertekening === null || datum <= pvt.datumOndertekening) return;
  throw new Bedrijfsregel(
    "Het participatieverklaringstraject eindigt met de ondertekening",
    "Besluit inburgering 2021, artikel 3.1",
    "een bijeenkomst tot en met de dag van de ondertekening",
  );
}
