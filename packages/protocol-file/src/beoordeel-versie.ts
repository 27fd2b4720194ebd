import type { CompiledProtocol } from "@ketenhub/protocol";
import { type Handtekening, isGetekendMet, leesHandtekening } from "./handtekening.ts";
import { ondertekenaarsVan } from "./ondertekenaars.ts";
import { leesOpenbareSleutel, type OpenbareSleutel } from "./sleutel.ts";
import { vingerafdrukVan } from "./vingerafdruk.ts";

/** Texts by the name of their file. */
export type Bestanden = ReadonlyMap<string, string>;

/** What the signatures under a version are worth. */
export interface Oordeel {
  /** Why this version is not in force, whatever the day; empty when everybody agreed. */
  readonly bezwaren: readonly string[];
  /** Until which day each signature holds, by its file. */
  readonly geldigTot: ReadonlyMap<string, string>;
  /** The withdrawals of which the signature holds: these are for good. */
  readonly intrekkingen: readonly string[];
}

/** Why a version is not in force on a day: what was wrong already, and what ended since. */
export function bezwarenOp({ bezwaren, geldigTot }: Oordeel, dag: string): readonly string[] {
  const verlopen = [...geldigTot].filter(([, laatste]) => laatste < dag);
  return [
    ...bezwaren,
    ...verlopen.map(
      ([bestand, laatste]) => `${bestand}: gold tot en met ${laatste}; verwacht een nieuwe handtekening`,
    ),
  ];
}

/**
 * Judges the signatures under a version. Everything that is not as it should be counts against it, also a file that nobody
 * understands: a misspelt withdrawal must not be passed over.
 */
export async function beoordeelVersie(
  protocol: CompiledProtocol,
  handtekeningen: Bestanden,
  sleutels: Bestanden,
): Promise<Oordeel> {
  const map = `handtekeningen/${protocol.versie}`;
  const partijen = new Set(protocol.document.partijen.map(({ id }) => id));
  const geldigTot = new Map<string, string>();
  const bezwaren: string[] = [];
  const intrekkingen: string[] = [];
  const lezers = await leesSleutels(sleutels);
  for (const partij of ondertekenaarsVan(protocol.document)) {
    const bestand = `${map}/${partij}.json`;
    try {
      const text = handtekeningen.get(`${partij}.json`);
      const verklaring = await controleer(text, { protocol, partij, besluit: "aanvaard" }, lezers);
      if (verklaring.besluit === "aanvaard") geldigTot.set(bestand, verklaring.geldigTot);
    } catch (error) {
      bezwaren.push(`${bestand}: ${(error as Error).message}`);
    }
  }
  for (const [naam, text] of handtekeningen) {
    const bezwaar = await ongewoon(naam, text, protocol, partijen, lezers);
    if (!bezwaar) continue;
    bezwaren.push(`${map}/${naam}: ${bezwaar.melding}`);
    if (bezwaar.isIntrekking) intrekkingen.push(`${map}/${naam}: ${bezwaar.melding}`);
  }
  return { bezwaren, geldigTot, intrekkingen };
}

// Private.
type Lezers = ReadonlyMap<string, OpenbareSleutel | Error>;

interface Verwachting {
  readonly protocol: CompiledProtocol;
  readonly partij: string;
  readonly besluit: "aanvaard" | "ingetrokken";
}

/** Gives a declaration that is what it should be, and signed with the key of the partij; throws what is wrong with it. */
async function controleer(
  text: string | undefined,
  { protocol, partij, besluit }: Verwachting,
  lezers: Lezers,
): Promise<Handtekening["verklaring"]> {
  if (text === undefined) throw new Error(`ontbreekt; ${partij} ondertekende versie ${protocol.versie} niet`);
  const handtekening = leesHandtekening(text);
  const { verklaring } = handtekening;
  if (verklaring.partij !== partij)
    throw new Error(`is van ${verklaring.partij}; verwacht een handtekening van ${partij}`);
  if (verklaring.versie !== protocol.versie)
    throw new Error(`is voor versie ${verklaring.versie}; verwacht versie ${protocol.versie}`);
  if (verklaring.besluit !== besluit)
    throw new Error(`zegt ${verklaring.besluit}; verwacht in dit bestand ${besluit}`);
  const sleutel = lezers.get(partij);
  const sleutelbestand = `sleutels/${partij}.jwk.json`;
  if (sleutel === undefined) throw new Error(`is niet te controleren, want ${sleutelbestand} ontbreekt`);
  if (sleutel instanceof Error)
    throw new Error(`is niet te controleren: ${sleutelbestand}: ${sleutel.message}`);
  if (!(await isGetekendMet(handtekening, sleutel)))
    throw new Error(`is niet gezet met de sleutel in ${sleutelbestand}, of is daarna gewijzigd`);
  const vingerafdruk = vingerafdrukVan(protocol.document);
  if (verklaring.document !== vingerafdruk)
    throw new Error(
      `is gezet onder een andere tekst: ${kort(verklaring.document)}; de tekst van nu is ${kort(vingerafdruk)}`,
    );
  return verklaring;
}

/** What is against a version because of a file that is no acceptance of a partij. */
async function ongewoon(
  naam: string,
  text: string,
  protocol: CompiledProtocol,
  partijen: ReadonlySet<string>,
  lezers: Lezers,
): Promise<{ readonly melding: string; readonly isIntrekking: boolean } | undefined> {
  const niet = (melding: string) => ({ melding, isIntrekking: false });
  const [, partij = "", intrekking] = /^([a-z0-9-]+)(\.intrekking)?\.json$/.exec(naam) ?? [];
  if (!partijen.has(partij))
    return niet("hoort bij geen partij; verwacht <partij>.json of <partij>.intrekking.json");
  if (!intrekking) return undefined;
  try {
    const { moment } = await controleer(text, { protocol, partij, besluit: "ingetrokken" }, lezers);
    return { melding: `${partij} heeft deze versie ingetrokken (${moment})`, isIntrekking: true };
  } catch (error) {
    return niet(`deze intrekking ${(error as Error).message}; tot dat is opgelost geldt zij`);
  }
}

/** Two partijen with one key could sign for each other. */
async function leesSleutels(bestanden: Bestanden): Promise<Lezers> {
  const lezers = new Map<string, OpenbareSleutel | Error>();
  const eigenaren = new Map<string, string>();
  for (const [naam, text] of [...bestanden].sort()) {
    const [, partij] = /^([a-z0-9-]+)\.jwk\.json$/.exec(naam) ?? [];
    if (!partij) continue;
    const sleutel = await leesOpenbareSleutel(text).catch((error: Error) => error);
    const eigenaar = sleutel instanceof Error ? undefined : eigenaren.get(sleutel.duim);
    if (!(sleutel instanceof Error)) eigenaren.set(sleutel.duim, eigenaar ?? partij);
    if (eigenaar === undefined) lezers.set(partij, sleutel);
    else
      for (const een of [partij, eigenaar])
        lezers.set(
          een,
          new Error(
            `is ook de sleutel van ${een === partij ? eigenaar : partij}; verwacht een eigen sleutel`,
          ),
        );
  }
  return lezers;
}

function kort(vingerafdruk: string): string {
  return `${vingerafdruk.slice(0, 25)}…`;
}
