import { randomUUID } from "node:crypto";
import { Bedrijfsregel, OngeldigeInvoer } from "@ketenhub/errors";
import { onceOnly, readInput } from "@ketenhub/subgraph";
import type { EntityManager } from "typeorm";
import { z } from "zod";
import type { Context } from "../gemeente.ts";
import { Pip } from "../pip/pip.ts";
import { requireMayWriteLeefgebied } from "./require-may-write-leefgebied.ts";
import { Taak } from "./taak.ts";
import { magTaakDoen, partijenVoorTaak } from "./taakgebieden.ts";

const Input = z.object({
  nieuwkomerId: z.string(),
  partij: z.string(),
  leefgebied: z.string(),
  omschrijving: z.string().trim().min(1, "1 tot en met 500 tekens").max(500, "1 tot en met 500 tekens"),
  idempotentieSleutel: z.string(),
});
type Input = z.infer<typeof Input>;

/** Gives a partij a task in a person's PIP, when the protocol lets that partij do one on that leefgebied. */
export async function kenTaakToe(_parent: unknown, args: { input: unknown }, context: Context) {
  const input = readInput<Input>(Input, args.input);
  const { nieuwkomerId, partij, leefgebied, omschrijving } = input;
  requireAgreed(input, context);
  await requireMayWriteLeefgebied(leefgebied, nieuwkomerId, context);
  const taak = await onceOnly(context, "kenTaakToe", input, async (manager) => {
    const pip = await requirePip(manager, nieuwkomerId);
    const nieuwe = { id: randomUUID(), pipId: pip.id, nieuwkomerId, partij, leefgebied, omschrijving };
    const begin = { status: "OPEN", laatsteMelding: null, voortgangsnotitie: null, versie: 1 };
    return manager.save(Taak, { ...nieuwe, ...begin });
  });
  return { nieuwkomerId, taak };
}

// Private.
function requireAgreed({ partij, leefgebied }: Input, context: Context): void {
  if (!context.protocol.document.partijen.some(({ id }) => id === partij)) {
    throw new OngeldigeInvoer("input.partij", "een partij uit het protocol", partij);
  }
  if (magTaakDoen(context, partij, leefgebied)) return;
  throw new Bedrijfsregel(
    `Het protocol laat ${partij} geen taak op het leefgebied ${leefgebied} doen`,
    `gegevensuitwisselingsprotocol ${context.protocol.versie}`,
    `op dat leefgebied een taak voor ${partijenVoorTaak(context, leefgebied).join(", ")}`,
  );
}

async function requirePip(manager: EntityManager, nieuwkomerId: string): Promise<Pip> {
  const pip = await manager.findOneBy(Pip, { nieuwkomerId });
  if (pip) return pip;
  throw new Bedrijfsregel(
    "Deze nieuwkomer heeft nog geen PIP om een taak in op te nemen",
    "Wet inburgering 2021, artikel 15 lid 1 onder b",
    "eerst het PIP opstellen",
  );
}
