import type { Dossier, Feiten } from "@ketenhub/protocol";
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
 * stands in its own register. At most two statements for all persons of a request, and none for an invalid proof: that person is
 * closed.
 */
export function partnerFeiten(bronhouder: string, register: EigenRegister) {
  return (vraag: Vraag) =>
    async (persoonIds: readonly string[]): Promise<readonly Feiten[]> => {
      // Asked at the end of a tick: by now every proof of the request is in, also one that came twice.
      const open = new Set(persoonIds.filter((id) => isKetenId(id) && !vraag.toegangen.isBedorven(id)));
      const asked = [...open];
      const isOwn = vraag.caller.afnemer.partij === bronhouder && asked.length > 0;
      const dossiers = isOwn ? await register.dossiers(vraag, asked) : undefined;
      const asksLopend = asked.length > 0 && vraag.gewogen.has("lopend");
      const lopend = asksLopend ? await register.lopend?.(vraag, asked) : undefined;
      return persoonIds.map((persoonId) =>
        open.has(persoonId) ? feitenOver(persoonId, vraag, dossiers, lopend) : { persoonId },
      );
    };
}

// Private.
function feitenOver(
  persoonId: string,
  { toegangen }: Vraag,
  dossiers: Awaited<ReturnType<EigenRegister["dossiers"]>> | undefined,
  lopend: Awaited<ReturnType<NonNullable<EigenRegister["lopend"]>>> | undefined,
): Feiten {
  const keten = toegangen.feitenVan(persoonId);
  return {
    persoonId,
    ...(keten ? { keten } : {}),
    ...(dossiers ? { register: { dossiers: dossiers.get(persoonId) ?? [] } } : {}),
    ...(lopend ? { lopend: lopend.get(persoonId) ?? {} } : {}),
  };
}
