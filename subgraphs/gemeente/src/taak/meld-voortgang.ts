import { OngeldigeInvoer, Versieconflict } from "@ketenhub/errors";
import { isKetenId, onceOnly, readInput } from "@ketenhub/subgraph";
import { z } from "zod";
import type { Context } from "../gemeente.ts";
import { requireOpen } from "./require-open.ts";
import { Taak } from "./taak.ts";

const Input = z.object({
  taakId: z.string(),
  status: z.string(),
  notitie: z.string().trim().max(1000, "ten hoogste 1000 tekens").nullish(),
  versie: z.int(),
  idempotentieSleutel: z.string(),
});
type Input = z.infer<typeof Input>;

/** Puts down how a task stands. Without a notitie the earlier one stays. */
export async function meldVoortgang(_parent: unknown, args: { input: unknown }, context: Context) {
  const input = readInput<Input>(Input, args.input);
  if (input.status === "INGETROKKEN") {
    const verwacht = "OPEN, BEZIG, GEREED of VASTGELOPEN; intrekken doet de regievoerder";
    throw new OngeldigeInvoer("input.status", verwacht, input.status);
  }
  const taak = await onceOnly(context, "meldVoortgang", input, async (manager) => {
    const found = await manager.findOneOrFail(Taak, {
      where: { id: input.taakId },
      lock: { mode: "pessimistic_write" },
    });
    if (found.versie !== input.versie) throw new Versieconflict(input.versie, found.versie);
    requireOpen(found);
    Object.assign(found, { status: input.status, laatsteMelding: context.dag, versie: found.versie + 1 });
    if (input.notitie !== undefined) found.voortgangsnotitie = input.notitie === "" ? null : input.notitie;
    return manager.save(Taak, found);
  });
  return { nieuwkomerId: taak.nieuwkomerId, taak };
}

/** For whom a task of the caller's own partij is. A task of another partij is answered as one that does not exist. */
export async function nieuwkomerOfOwnTaak(
  taakId: string,
  { dataSource, caller }: Context,
): Promise<string | undefined> {
  if (!isKetenId(taakId)) return undefined;
  const taak = await dataSource.getRepository(Taak).findOneBy({ id: taakId, partij: caller.afnemer.partij });
  return taak?.nieuwkomerId;
}
