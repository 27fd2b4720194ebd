import { inWoorden, type Recht, type RechtOpGegeven, rechtenVan, type Vraag } from "@ketenhub/subgraph";

/** What the caller of this request may and may not, as the protocol says it: about nobody in particular. */
export function mijnRechten({ caller, protocol }: Vraag) {
  const { partij, rol } = caller.afnemer;
  const profiel = { partij, rol, doel: caller.doel };
  const { versie, geldigVanaf } = protocol.document;
  const rechten = rechtenVan(protocol.document, profiel).map(toRechtOpGegeven);
  const isOpen = ({ lezen, schrijven }: (typeof rechten)[number]) => lezen.mag || schrijven.mag;
  return {
    ...profiel,
    protocolversie: versie,
    geldigVanaf,
    open: rechten.filter(isOpen),
    gesloten: rechten.filter((recht) => !isOpen(recht)),
  };
}

// Private.
function toRechtOpGegeven({ gegeven, lezen, schrijven }: RechtOpGegeven) {
  const { id, omschrijving, uitleg, bronhouder, bijzonder } = gegeven;
  return {
    gegeven: id,
    omschrijving,
    uitleg,
    bronhouder,
    bijzonder: bijzonder === true,
    lezen: toRecht(lezen),
    schrijven: toRecht(schrijven),
  };
}

function toRecht({ artikelen, andereDoelen }: Recht) {
  return {
    mag: artikelen.length > 0,
    andereDoelen,
    artikelen: artikelen.map(({ id, tekst, voorwaarden, grondslag, grondslagBijzonder = [] }) => ({
      artikel: id,
      tekst,
      voorwaarden: voorwaarden.map(inWoorden),
      grondslag,
      grondslagBijzonder,
    })),
  };
}
