import { Bedrijfsregel, Versieconflict } from "@ketenhub/errors";
import { onceOnly, readInput } from "@ketenhub/subgraph";
import { z } from "zod";
import type { Context } from "../gemeente.ts";
import { lockToestemmingen } from "./lock-toestemmingen.ts";
import { Toestemming } from "./toestemming.ts";
import { vastleggingVan } from "./vastlegging.ts";

const Input = z.object({
  nieuwkomerId: z.string(),
  partij: z.string(),
  gegeven: z.string(),
  wijze: z.string().nullish(),
  versie: z.int(),
  idempotentieSleutel: z.string(),
});
type Input = z.infer<typeof Input>;

/** Ends a toestemming at this moment. What was given can always be withdrawn, also when the protocol no longer asks for it. */
export async function trekToestemmingIn(_parent: unknown, args: { input: unknown }, context: Context) {
  const input = readInput<Input>(Input, args.input);
  const { door, doorId, wijze } = vastleggingVan(input.wijze, context);
  const toestemming = await onceOnly(context, "trekToestemmingIn", input, async (manager) => {
    const { geldende } = await lockToestemmingen(manager, input);
    if (!geldende) throw nietGegeven(input);
    if (geldende.versie !== input.versie) throw new Versieconflict(input.versie, geldende.versie);
    return manager.save(
      Toestemming,
      Object.assign(geldende, {
        ingetrokkenOp: context.moment,
        ingetrokkenDoor: door,
        ingetrokkenDoorId: doorId,
        ingetrokkenWijze: wijze,
        versie: geldende.versie + 1,
      }),
    );
  });
  return { nieuwkomerId: input.nieuwkomerId, toestemming };
}

// Private.
function nietGegeven({ partij, gegeven }: Input): Bedrijfsregel {
  return new Bedrijfsregel(
    `Er is geen toestemming aan ${partij} voor ${gegeven} om in te trekken`,
    "AVG, artikel 7 lid 3: intrekken kan wat gegeven is",
    "intrekken wat bij de toestemmingen staat zonder einde",
  );
}
