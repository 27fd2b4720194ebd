import type { Dossier, Feiten } from "@ketenhub/protocol";
import DataLoader from "dataloader";
import type { Vraag } from "./context.ts";
import { isKetenId } from "./keten-id.ts";

/** What a partner knows of its own people. */
export interface EigenRegister {
  /** The open dossiers of these persons, by person. */
  dossiers(vraag: Vraag, persoonIds: readonly string[]): Promise<ReadonlyMap<string, readonly Dossier[]>>;
  /** What runs for these persons until which day, by person; for the condition `lopend`. */
  lopend?(
    vraag: Vraag,
    persoonIds: readonly string[],
  ): Promise<ReadonlyMap<string, Readonly<Record<string, string | undefined>>>>;
}

/**
 * The facts with which a partner decides: what the gemeente proved with a toegang and, for the partner's own employees, what
 * stands in its own register. Two statements for all persons of a request, and none for an invalid proof: that person is closed.
 */
export function partnerFeiten(bronhouder: string, register: EigenRegister) {
  return (vraag: Vraag): ((persoonId: string) => Promise<Feiten>) => {
    const loader = new DataLoader((ids: readonly string[]) => loadFeiten(vraag, bronhouder, register, ids), {
      cache: false,
    });
    return (persoonId) => {
      const closed = vraag.toegangen.isBedorven(persoonId) || !isKetenId(persoonId);
      return closed ? Promise.resolve({ persoonId }) : loader.load(persoonId);
    };
  };
}

// Private.
async function loadFeiten(
  vraag: Vraag,
  bronhouder: string,
  register: EigenRegister,
  ids: readonly string[],
): Promise<Feiten[]> {
  const isOwn = vraag.caller.afnemer.partij === bronhouder;
  const dossiers = isOwn ? await register.dossiers(vraag, ids) : undefined;
  const lopend = await register.lopend?.(vraag, ids);
  return ids.map((persoonId) => {
    const keten = vraag.toegangen.feitenVan(persoonId);
    return {
      persoonId,
      ...(keten ? { keten } : {}),
      ...(dossiers ? { register: { dossiers: dossiers.get(persoonId) ?? [] } } : {}),
      ...(lopend ? { lopend: lopend.get(persoonId) ?? {} } : {}),
    };
  });
}
