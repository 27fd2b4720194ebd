import { Versieconflict } from "@ketenhub/errors";
import { isKetenId, onceOnly, readInput } from "@ketenhub/subgraph";
import { z } from "zod";
import type { Context } from "../gemeente.ts";
import { requireMayWriteLeefgebied } from "./require-may-write-leefgebied.ts";
import { requireOpen } from "./require-open.ts";
import { Taak } from "./taak.ts";

const Input = z.object({ taakId: z.string(), versie: z.int(), idempotentieSleutel: z.string() });
type Input = z.infer<typeof Input>;

/** Withdraws a task: the partij need not do it any more, and reads nothing by it from the next request. The row stays. */
export async function trekTaakIn(_parent: unknown, args: { input: unknown }, context: Context) {
  const input = readInput<Input>(Input, args.input);
  const { leefgebied, nieuwkomerId } = await context.dataSource
    .getRepository(Taak)
    .findOneByOrFail({ id: input.taakId });
  await requireMayWriteLeefgebied(leefgebied, nieuwkomerId, context);
  const taak = await onceOnly(context, "trekTaakIn", input, async (manager) => {
    const found = await manager.findOneOrFail(Taak, {
      where: { id: input.taakId },
      lock: { mode: "pessimistic_write" },
    });
    if (found.versie !== input.versie) throw new Versieconflict(input.versie, found.versie);
    requireOpen(found);
    return manager.save(Taak, Object.assign(found, { status: "INGETROKKEN", versie: found.versie + 1 }));
  });
  return { nieuwkomerId, taak };
}

/** For whom a task is, of whatever partij; nobody when it does not exist. */
export async function nieuwkomerOfTaak(taakId: string, { dataSource }: Context): Promise<string | undefined> {
  if (!isKetenId(taakId)) return undefined;
  return (await dataSource.getRepository(Taak).findOneBy({ id: taakId }))?.nieuwkomerId;
}
