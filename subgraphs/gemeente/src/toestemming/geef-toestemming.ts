import { randomUUID } from "node:crypto";
import { Bedrijfsregel } from "@ketenhub/errors";
import { onceOnly, readInput } from "@ketenhub/subgraph";
import { z } from "zod";
import type { Context } from "../gemeente.ts";
import { lockToestemmingen } from "./lock-toestemmingen.ts";
import { requireGevraagd } from "./require-gevraagd.ts";
import { Toestemming } from "./toestemming.ts";
import { vastleggingVan } from "./vastlegging.ts";

const Input = z.object({
  nieuwkomerId: z.string(),
  partij: z.string(),
  gegeven: z.string(),
  wijze: z.string().nullish(),
  idempotentieSleutel: z.string(),
});
type Input = z.infer<typeof Input>;

/** Puts down that a nieuwkomer lets a partij have a gegeven, by himself or by the regievoerder on his behalf. */
export async function geefToestemming(_parent: unknown, args: { input: unknown }, context: Context) {
  const input = readInput<Input>(Input, args.input);
  requireGevraagd(input, context);
  const { door, doorId, wijze } = vastleggingVan(input.wijze, context);
  const toestemming = await onceOnly(context, "geefToestemming", input, async (manager) => {
    const { geldende, versie } = await lockToestemmingen(manager, input);
    if (geldende) throw alGegeven(input);
    return manager.save(
      Object.assign(new Toestemming(), {
        id: randomUUID(),
        nieuwkomerId: input.nieuwkomerId,
        partij: input.partij,
        gegeven: input.gegeven,
        gegevenOp: context.moment,
        vastgelegdDoor: door,
        vastgelegdDoorId: doorId,
        wijze,
        ingetrokkenOp: null,
        ingetrokkenDoor: null,
        ingetrokkenDoorId: null,
        ingetrokkenWijze: null,
        versie: versie + 1,
      }),
    );
  });
  return { nieuwkomerId: input.nieuwkomerId, toestemming };
}

// Private.
function alGegeven({ partij, gegeven }: Input): Bedrijfsregel {
  return new Bedrijfsregel(
    `De toestemming aan ${partij} voor ${gegeven} is al gegeven`,
    "gegevensuitwisselingsprotocol: één geldende toestemming per partij en gegeven",
    "die toestemming intrekken",
  );
}
