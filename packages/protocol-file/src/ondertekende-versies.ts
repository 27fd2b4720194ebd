import { type CompiledProtocol, dagVan, GeenGeldigProtocol, type Protocolversies } from "@ketenhub/protocol";
import { bezwarenVan, leesStand, type Stand } from "./lees-stand.ts";

/** How often the signatures are read again. */
const herlezenNa = 20_000;
/** On what was read longer ago nothing is served, so that what is withdrawn stops within a minute, whatever keeps us from reading. */
const houdbaar = 45_000;

/** The version in force was not signed by everybody, so the process does not start. */
export class NietOndertekend extends Error {
  constructor(versie: string, bezwaren: readonly string[]) {
    super(
      `Versie ${versie} van het protocol geldt niet:\n${ingesprongen(bezwaren)}\nHoe ondertekenen gaat, staat in docs/ondertekenen.md.`,
    );
    this.name = "NietOndertekend";
  }
}

/** What the surveillance of signatures takes from its process. */
export interface Bewaking {
  readonly now: () => Date;
  /** Says in one go what an operator must know. */
  readonly meld: (regels: string) => void;
  /** Does something again and again, without keeping the process alive. */
  readonly herhaal: (taak: () => Promise<void>, milliseconden: number) => void;
}

/**
 * The versions of which the partners' signatures are watched: one that is not signed, was altered, ended or was withdrawn is not
 * in force. Throws `NietOndertekend` when that is so for the version of today, and `GeenGeldigProtocol` when there is none.
 */
export async function ondertekendeVersies(
  versies: Protocolversies,
  directory: URL,
  bewaking: Bewaking,
): Promise<Protocolversies> {
  const stand = await leesStand(versies, directory, bewaking.now());
  const vandaag = versies.op(bewaking.now());
  const bezwaren = bezwarenVan(stand, vandaag.versie, bewaking.now());
  if (bezwaren.length > 0) throw new NietOndertekend(vandaag.versie, bezwaren);
  const ondertekend = new OndertekendeVersies(versies, directory, bewaking, stand);
  ondertekend.meldKomende(vandaag);
  bewaking.herhaal(() => ondertekend.herlees(), herlezenNa);
  return ondertekend;
}

// Private.
class OndertekendeVersies implements Protocolversies {
  readonly alle: readonly CompiledProtocol[];
  readonly #versies: Protocolversies;
  readonly #directory: URL;
  readonly #bewaking: Bewaking;
  #stand: Stand;
  /** What was withdrawn while this process ran: taking the file away does not give it back. */
  readonly #ingetrokken = new Map<string, readonly string[]>();
  #bezig = false;
  #gemeld = "";

  constructor(versies: Protocolversies, directory: URL, bewaking: Bewaking, stand: Stand) {
    this.alle = versies.alle;
    this.#versies = versies;
    this.#directory = directory;
    this.#bewaking = bewaking;
    this.#stand = stand;
  }

  op(moment: Date): CompiledProtocol {
    const protocol = this.#versies.op(moment);
    const bezwaren = this.#bezwaren(protocol, moment);
    if (bezwaren.length > 0) throw new GeenGeldigProtocol(bezwaren.join("\n"));
    return protocol;
  }

  /** Reads everything again. A reading that hangs is not waited for: what was read before it goes out of date. */
  async herlees(): Promise<void> {
    if (!this.#bezig) {
      this.#bezig = true;
      const begin = this.#bewaking.now();
      try {
        this.#stand = await leesStand(this.#versies, this.#directory, begin);
        this.#onthoudIntrekkingen();
      } catch (error) {
        this.#stand = { gelezen: begin.getTime(), oordelen: new Map(), storing: (error as Error).message };
      } finally {
        this.#bezig = false;
      }
    }
    this.#meldVerandering();
  }

  /** A version that is still to come can be signed until its first day; who forgets must not be surprised on that day. */
  meldKomende(vandaag: CompiledProtocol): void {
    for (const { versie, document } of this.alle.slice(this.alle.indexOf(vandaag) + 1)) {
      const bezwaren = bezwarenVan(this.#stand, versie, new Date(`${document.geldigVanaf}T12:00:00Z`));
      if (bezwaren.length > 0) {
        this.#bewaking.meld(
          `Versie ${versie} begint op ${document.geldigVanaf}, maar zo geldt zij dan niet:\n${ingesprongen(bezwaren)}`,
        );
      }
    }
  }

  #bezwaren(protocol: CompiledProtocol, moment: Date): readonly string[] {
    if (Math.abs(this.#bewaking.now().getTime() - this.#stand.gelezen) > houdbaar) {
      return ["de handtekeningen zijn te lang niet gelezen"];
    }
    const bezwaren = bezwarenVan(this.#stand, protocol.versie, moment);
    return [...new Set([...bezwaren, ...(this.#ingetrokken.get(protocol.versie) ?? [])])];
  }

  #onthoudIntrekkingen(): void {
    for (const [versie, { intrekkingen }] of this.#stand.oordelen) {
      if (intrekkingen.length > 0) this.#ingetrokken.set(versie, intrekkingen);
    }
  }

  #meldVerandering(): void {
    const moment = this.#bewaking.now();
    const dag = dagVan(moment);
    const vandaag = this.alle.findLast(({ document }) => document.geldigVanaf <= dag);
    const bezwaren = vandaag ? this.#bezwaren(vandaag, moment) : [];
    const tekst = ingesprongen(bezwaren);
    if (tekst === this.#gemeld) return;
    this.#gemeld = tekst;
    this.#bewaking.meld(
      tekst === ""
        ? "Het protocol geldt weer: alle handtekeningen kloppen."
        : `Het protocol geldt niet, dus er wordt niets gedeeld:\n${tekst}`,
    );
  }
}

function ingesprongen(regels: readonly string[]): string {
  return regels.map((regel) => `  ${regel}`).join("\n");
}
