import { afspraakSleutel, type CompiledProtocol } from "./compile.ts";
import type { Artikel, Partij, ProtocolDocument } from "./document.ts";
import type { KetenFeiten } from "./feiten.ts";
import { geldt, peilVan } from "./ketenrelatie.ts";
import { type Gegeven, type Zekerheid, type Zicht, type ZichtVraag, zichtVan } from "./zicht.ts";

type Doel = ProtocolDocument["doelen"][number];

/** What employees in these rollen read of a person under one article. */
interface InzageAfspraak {
  readonly artikel: Artikel;
  readonly rollen: readonly string[];
  readonly gegevens: readonly Gegeven[];
}

/** What a partij reads of a person for one doel. */
interface InzageVoorDoel {
  readonly doel: Doel;
  /** The first day of the ketenrelatie for this doel, when there is one. */
  readonly sinds?: string;
  readonly afspraken: readonly InzageAfspraak[];
}

/** What a partij reads of a person. */
export interface InzageDoorPartij {
  readonly partij: Partij;
  readonly doelen: readonly InzageVoorDoel[];
}

/** Who may see what of one person. */
export interface WieZietWat {
  /** By the facts that the gemeente has. */
  readonly nu: readonly InzageDoorPartij[];
  /** Besides: if it also holds what only another bronhouder knows. */
  readonly misschien: readonly InzageDoorPartij[];
  /** The partijen to which no article opens anything bijzonder, whoever the person is. */
  readonly nooitBijzonder: readonly Partij[];
}

/**
 * Who may see what of one person, by asking `decide` what an employee of each partij, in each rol and for each doel, would be
 * answered at this moment. So it cannot say anything else than what happens when somebody really asks. A partij of which the
 * gemeente says nothing sees nothing.
 */
export function wieZietWat(
  protocol: CompiledProtocol,
  persoonId: string,
  ketenByPartij: ReadonlyMap<string, KetenFeiten>,
  moment: Date,
): WieZietWat {
  const { partijen, doelen } = protocol.document;
  const inzagen = partijen.map((partij) => {
    const keten = ketenByPartij.get(partij.id);
    if (!keten) return { partij, doelen: [] };
    const vraag = { protocol, partij: partij.id, persoonId, keten, moment };
    return { partij, doelen: doelen.map((doel) => voorDoel(vraag, partij, doel)) };
  });
  const met = (zekerheid: Zekerheid) =>
    inzagen
      .map(({ partij, doelen: alle }) => ({ partij, doelen: alle.flatMap((van) => van(zekerheid)) }))
      .filter((inzage) => inzage.doelen.length > 0);
  return {
    nu: met("nu"),
    misschien: met("misschien"),
    nooitBijzonder: partijen.filter(({ id }) => !opensBijzonder(protocol.document, id)),
  };
}

// Private.
interface Gezien extends Zicht {
  readonly rol: string;
}

/** What a partij sees for one doel; nothing when it is nothing. */
function voorDoel(vraag: ZichtVraag, { id, rollen }: Partij, doel: Doel) {
  const { afspraken, document } = vraag.protocol;
  const gezien = rollen
    .filter((rol) => afspraken.has(afspraakSleutel(id, rol.id, doel.id)))
    .flatMap((rol) => zichtVan(vraag, rol.id, doel.id).map((zicht): Gezien => ({ ...zicht, rol: rol.id })));
  const sinds = beginVan(vraag, doel.id);
  return (zekerheid: Zekerheid): readonly InzageVoorDoel[] => {
    const zeker = gezien.filter((one) => one.zekerheid === zekerheid);
    if (zeker.length === 0) return [];
    return [
      { doel, ...(sinds === undefined ? {} : { sinds }), afspraken: afsprakenVan(zeker, document.artikelen) },
    ];
  };
}

function beginVan({ protocol, keten, moment }: ZichtVraag, doel: string): string | undefined {
  const peil = peilVan(protocol, { doel, moment, actie: "lezen" });
  const lopend = keten.relaties.filter((relatie) => geldt(relatie, peil));
  return lopend.map(({ begindatum }) => begindatum).sort()[0];
}

/** By article, in the order of the protocol; rollen that see the same under the same article are said together. */
function afsprakenVan(gezien: readonly Gezien[], artikelen: readonly Artikel[]): readonly InzageAfspraak[] {
  return artikelen.flatMap((artikel) => {
    const onder = gezien.filter((one) => one.artikel === artikel.id);
    const bySet = new Map<string, { rollen: string[]; gegevens: Gegeven[] }>();
    for (const rol of new Set(onder.map((one) => one.rol))) {
      const gegevens = onder.filter((one) => one.rol === rol).map(({ gegeven }) => gegeven);
      const sleutel = gegevens.map(({ id }) => id).join(" ");
      bySet.set(sleutel, { rollen: [...(bySet.get(sleutel)?.rollen ?? []), rol], gegevens });
    }
    return [...bySet.values()].map((same) => ({ artikel, ...same }));
  });
}

function opensBijzonder({ artikelen, gegevens }: ProtocolDocument, partij: string): boolean {
  const bijzonder = new Set(gegevens.filter((gegeven) => gegeven.bijzonder).map(({ id }) => id));
  return artikelen
    .filter((artikel) => artikel.partij === partij)
    .some(({ lezen = [], schrijven = [] }) => [...lezen, ...schrijven].some((id) => bijzonder.has(id)));
}
