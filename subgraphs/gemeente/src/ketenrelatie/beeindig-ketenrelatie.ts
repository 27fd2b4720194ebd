import { Bedrijfsregel, OngeldigeInvoer, Versieconflict } from "@ketenhub/errors";
import { isKetenId, onceOnly, readInput, toegangTot } from "@ketenhub/subgraph";
import { z } from "zod";
import type { Context } from "../gemeente.ts";
import { feitVan, Ketenrelatie } from "./ketenrelatie.ts";

const Input = z.object({
  ketenrelatieId: z.string(),
  einddatum: z.string().nullish(),
  versie: z.int(),
  idempotentieSleutel: z.string(),
});
type Input = z.infer<typeof Input>;

/** Ends a ketenrelatie: at once, or after a last day that is still to come. */
export async function beeindigKetenrelatie(_parent: unknown, args: { input: unknown }, context: Context) {
  const input = readInput<Input>(Input, args.input);
  const ketenrelatie = await onceOnly(context, "beeindigKetenrelatie", input, async (manager) => {
    const relatie = await manager.findOneOrFail(Ketenrelatie, {
      where: { id: input.ketenrelatieId },
      lock: { mode: "pessimistic_write" },
    });
    if (relatie.versie !== input.versie) throw new Versieconflict(input.versie, relatie.versie);
    requireNotEnded(relatie, context);
    Object.assign(relatie, endOf(relatie, input, context), { versie: relatie.versie + 1 });
    return manager.save(Ketenrelatie, relatie);
  });
  return { nieuwkomerId: ketenrelatie.nieuwkomerId, ketenrelatie };
}

/** For whom a ketenrelatie is; nobody when it does not exist. */
export async function nieuwkomerOfKetenrelatie(
  id: string,
  { dataSource }: Context,
): Promise<string | undefined> {
  if (!isKetenId(id)) return undefined;
  return (await dataSource.getRepository(Ketenrelatie).findOneBy({ id }))?.nieuwkomerId;
}

// Private.
function requireNotEnded(relatie: Ketenrelatie, { moment }: Context): void {
  const tot = toegangTot(feitVan(relatie), 0);
  if (tot === undefined || moment < tot) return;
  throw new Bedrijfsregel(
    "Deze ketenrelatie is al beëindigd",
    "gegevensuitwisselingsprotocol: een einde ligt vast",
    "een nieuwe ketenrelatie beginnen",
  );
}

function endOf(relatie: Ketenrelatie, { einddatum }: Input, { moment, dag }: Context) {
  const earliest = dag < relatie.begindatum ? relatie.begindatum : dag;
  if (einddatum === undefined || einddatum === null) {
    return { einddatum: earliest, beeindigdOp: moment };
  }
  if (einddatum < earliest) {
    throw new OngeldigeInvoer("input.einddatum", `${earliest} of later, of leeg voor per direct`, einddatum);
  }
  // After an agreed last day another ketenrelatie may begin already: there would be two at once.
  if (relatie.einddatum !== null && einddatum > relatie.einddatum) {
    throw new Bedrijfsregel(
      `Deze ketenrelatie eindigt al na ${relatie.einddatum}`,
      "gegevensuitwisselingsprotocol: een einde ligt vast",
      "een eerdere laatste dag, of een nieuwe ketenrelatie beginnen na die dag",
    );
  }
  return { einddatum };
}
