import { randomUUID } from "node:crypto";
import { Bedrijfsregel, OngeldigeInvoer } from "@ketenhub/errors";
import { onceOnly, readInput } from "@ketenhub/subgraph";
import type { EntityManager } from "typeorm";
import { z } from "zod";
import type { Context } from "../gemeente.ts";
import { Nieuwkomer } from "../nieuwkomer/nieuwkomer.ts";
import { Ketenrelatie } from "./ketenrelatie.ts";
import { requireWithinLaw } from "./require-within-law.ts";

const Input = z.object({
  nieuwkomerId: z.string(),
  partij: z.string(),
  doel: z.string(),
  medewerkerId: z
    .string()
    .trim()
    .min(1, "1 tot en met 100 tekens")
    .max(100, "1 tot en met 100 tekens")
    .nullish(),
  contactpersoon: z
    .string()
    .trim()
    .min(1, "1 tot en met 200 tekens")
    .max(200, "1 tot en met 200 tekens")
    .nullish(),
  begindatum: z.string().nullish(),
  idempotentieSleutel: z.string(),
});
type Input = z.infer<typeof Input>;

/** Makes a partij involved with a nieuwkomer, for a doel that the protocol gives that partij. */
export async function startKetenrelatie(_parent: unknown, args: { input: unknown }, context: Context) {
  const input = readInput<Input>(Input, args.input);
  requireAgreed(input, context);
  const ketenrelatie = await onceOnly(context, "startKetenrelatie", input, async (manager) => {
    const relatie = newRelatie(input, context.dag);
    // The row of the nieuwkomer is locked, so that two regievoerders at once do not both find none.
    const { regime } = await manager.findOneOrFail(Nieuwkomer, {
      where: { id: input.nieuwkomerId },
      lock: { mode: "pessimistic_write" },
    });
    requireWithinLaw(relatie.begindatum, regime);
    await requireNoOther(manager, relatie);
    return manager.save(Ketenrelatie, relatie);
  });
  return { nieuwkomerId: input.nieuwkomerId, ketenrelatie };
}

// Private.
function requireAgreed({ partij, doel }: Input, { protocol }: Context): void {
  const { artikelen, partijen } = protocol.document;
  if (!partijen.some(({ id }) => id === partij)) {
    throw new OngeldigeInvoer("input.partij", "een partij uit het protocol", partij);
  }
  const agreed = artikelen
    .filter((artikel) => artikel.partij === partij && artikel.voorwaarden.includes("betrokken"))
    .flatMap(({ doelen }) => doelen);
  if (!agreed.includes(doel)) {
    const verwacht = `een doel dat voor ${partij} is afgesproken (${[...new Set(agreed)].join(", ")})`;
    throw new OngeldigeInvoer("input.doel", verwacht, doel);
  }
}

function newRelatie(input: Input, dag: string): Ketenrelatie {
  return Object.assign(new Ketenrelatie(), {
    id: randomUUID(),
    nieuwkomerId: input.nieuwkomerId,
    partij: input.partij,
    doel: input.doel,
    medewerkerId: input.medewerkerId ?? null,
    contactpersoon: input.contactpersoon ?? null,
    begindatum: input.begindatum ?? dag,
    einddatum: null,
    beeindigdOp: null,
    versie: 1,
  });
}

/** One that was ended at once is over, whatever its last day. */
async function requireNoOther(manager: EntityManager, relatie: Ketenrelatie): Promise<void> {
  const { nieuwkomerId, partij, doel, begindatum } = relatie;
  const earlier = await manager.findBy(Ketenrelatie, { nieuwkomerId, partij, doel });
  const overlaps = earlier.some(
    ({ einddatum, beeindigdOp }) => beeindigdOp === null && (einddatum === null || begindatum <= einddatum),
  );
  if (overlaps) {
    throw new Bedrijfsregel(
      `${partij} is voor ${doel} in die tijd al betrokken bij deze nieuwkomer`,
      "gegevensuitwisselingsprotocol: één ketenrelatie tegelijk per partij en doel",
      "die ketenrelatie beëindigen, of na haar laatste dag beginnen",
    );
  }
}
