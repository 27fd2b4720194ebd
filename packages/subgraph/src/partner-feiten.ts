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
 * stands in its own register. At most two statements for all persons of a request, and none for an invalid proof: that person is
 * closed.
 */
export function partnerFeiten(bronhouder: string, register: EigenRegister) {
  return (vraag: Vraag): ((persoonId: string) => Promise<Feiten>) => {
    const loader = new DataLoader((ids: readonly string[]) => loadFeiten(vraag, bronhouder, register, ids), {
      cache: false,
    });
    return (persoonId) => (isKetenId(persoonId) ? loader.load(persoonId) : Promise.resolve({ persoonId }));
  };
}

// Private.
async function loadFeiten(
  vraag: Vraag,
  bronhouder: string,
  register: EigenRegister,
  ids: readonly string[],
): Promise<Feiten[]> {
  // Looked at here and not when somebody asks: by now every proof of the request is in, also one that came twice.
  const open = ids.filter((persoonId) => !vraag.toegangen.isBedorven(persoonId));
  const isOwn = vraag.caller.afnemer.partij === bronhouder;
  const dossiers = isOwn && open.length > 0 ? await register.dossiers(vraag, open) : undefined;
  const asksLopend = open.length > 0 && vraag.gewogen.has("lopend");
  const lopend = asksLopend ? await register.lopend?.(vraag, open) : undefined;
  return ids.map((persoonId): Feiten => {
    const feiten: { -readonly [K in keyof Feiten]: Feiten[K] } = { persoonId };
    if (vraag.toegangen.isBedorven(persoonId)) return feiten;
    const keten = vraag.toegangen.feitenVan(persoonId);
    if (keten) feiten.keten = keten;
    if (dossiers) feiten.register = { dossiers: dossiers.get(persoonId) ?? [] };
    if (lopend) feiten.lopend = lopend.get(persoonId) ?? {};
    return feiten;
  });
}
