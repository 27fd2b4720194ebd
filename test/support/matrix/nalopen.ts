import { type GegevenVerwijzing, unique } from "@ketenhub/annotations";
import type { Answer } from "../ask.ts";
import { coverage, protocol } from "./agreed.ts";
import { ledenVan } from "./lijsten.ts";
import { ownersOf } from "./owners.ts";
import type { PersoonMetRijen } from "./persoon.ts";
import { type Beslisplek, regie, type Weigering } from "./verwachting.ts";
import { type Onderzoek, persoonMet } from "./vraag.ts";
import type { Vraagveld } from "./vraagvelden.ts";

type Pad = readonly (string | number)[];
type Deel = Readonly<Record<string, unknown>>;

/** Where an answer was asked. */
export interface Bron {
  /** The subgraph that was asked itself; nothing for the gateway. */
  readonly subgraph?: string;
  readonly answer: Answer;
}

/** Where in an answer something stands, and about whom it is. */
export interface Plaats {
  readonly route: string;
  readonly pad: Pad;
  readonly persoon: PersoonMetRijen | undefined;
  readonly metToegang: boolean;
  /** The same for the same row, by whatever route it was found. */
  readonly spoor: string;
}

/** Compares an answer, place by place, with what the protocol says: a value, or nothing with the one error that it should have. */
export class Naloop {
  readonly #onderzoek: Onderzoek;
  readonly #bron: Bron;
  readonly #errors = new Map<string, Answer["errors"][number][]>();
  readonly #inLijst = new Map<string | number | undefined, Set<PersoonMetRijen>>();

  constructor(onderzoek: Onderzoek, bron: Bron) {
    this.#onderzoek = onderzoek;
    this.#bron = bron;
    for (const error of bron.answer.errors) {
      const place = (error.path ?? ["?"]).join(".");
      this.#errors.set(place, [...(this.#errors.get(place) ?? []), error]);
    }
  }

  /** Compares what an object shows of these fields. */
  object(data: Deel, velden: readonly Vraagveld[], plaats: Plaats): void {
    for (const veld of velden) this.#veld(data, veld, plaats);
  }

  /** Counts a place and compares it; whether it is open. */
  plek(veld: Vraagveld, value: unknown, weigering: Weigering | undefined, plaats: Plaats): boolean {
    const { profiel, bevindingen } = this.#onderzoek;
    const deel = `${veld.type}.${veld.veld}`;
    const verwijzingen = coverage.get(deel) ?? [];
    const { route, persoon } = plaats;
    if (verwijzingen.length > 0) {
      const getoond = value !== null && value !== undefined;
      bevindingen.gezien({ profiel, route, delen: [deel], verwijzingen, weigering, persoon, getoond });
    }
    const isOpen = this.antwoordt(value, weigering, plaats);
    if (!weigering) return isOpen;
    if (veld.isVerplicht) this.#wijktAf(plaats, "a field that can be empty", `${deel} refused`);
    this.dicht(veld.binnen, persoon);
    return false;
  }

  /** Compares a place: no error when it is open, and nothing with exactly the error of its refusal when it is not; whether there is none. */
  antwoordt(value: unknown, weigering: Weigering | undefined, plaats: Plaats): boolean {
    const kreeg = this.#take(plaats.pad).map(({ extensions }) => extensions);
    if (!weigering) {
      if (kreeg.length > 0) this.#wijktAf(plaats, "no error", kreeg);
      return kreeg.length === 0;
    }
    const { doel } = this.#onderzoek.profiel;
    const code = "UNAUTHORIZED_FIELD_OR_TYPE";
    const verwacht = { code, ...weigering, doel, protocolversie: protocol.versie };
    if (value !== null) this.#wijktAf(plaats, verwacht, "a value");
    else if (kreeg.length !== 1 || !isSame(verwacht, kreeg[0])) this.#wijktAf(plaats, verwacht, kreeg);
    return false;
  }

  /** Says that an order was heard and found wanting: not refused, and not carried out. */
  afgekeurd(plaats: Plaats): void {
    const codes = this.#take(plaats.pad).map(({ extensions }) => extensions.code);
    const isHeard = codes.length === 1 && ["BAD_USER_INPUT", "BEDRIJFSREGEL"].includes(codes[0] ?? "");
    if (!isHeard) this.#wijktAf(plaats, "that the order itself is not a good one", codes);
  }

  /** Whom the list under this key was seen to hold, of the people who were made for this caller. */
  inLijst(sleutel: string | number | undefined): Set<PersoonMetRijen> {
    const known = this.#inLijst.get(sleutel) ?? new Set();
    this.#inLijst.set(sleutel, known);
    return known;
  }

  /** Notes what is closed together with what it stands in. */
  dicht(velden: readonly Vraagveld[], persoon: PersoonMetRijen | undefined): void {
    const { profiel, bevindingen } = this.#onderzoek;
    bevindingen.raakt({ profiel, verwijzingen: allesIn(velden), persoon });
  }

  /** Says which errors nobody expected. */
  klaar(): void {
    for (const [pad, errors] of this.#errors)
      this.#onderzoek.bevindingen.wijktAf(this.#waar(pad), "no error", errors);
  }

  #veld(data: Deel, veld: Vraagveld, plaats: Plaats): void {
    const value = data[veld.sleutel];
    const place = { ...plaats, pad: [...plaats.pad, veld.sleutel] };
    if (!this.plek(veld, value, this.#weigering(veld, plaats), place)) return;
    if (value === undefined) this.#wijktAf(place, "a value or null", "nothing");
    const spoor = `${plaats.spoor}.${veld.veld}`;
    if (!veld.geeft) this.#vergelijk(spoor, value, place);
    else if (value === null) this.dicht(veld.binnen, plaats.persoon);
    else this.#binnen(value, veld, { ...place, spoor });
    if (veld.type === "Gezin" && veld.veld === "leden") this.#leden(value, veld, place);
  }

  /** Of the members of a gezin those are there whom the caller may see in it, and nobody else. */
  #leden(value: unknown, veld: Vraagveld, plaats: Plaats): void {
    const gezien = ((value ?? []) as readonly Deel[]).map(
      (lid) => this.plaatsBinnen(lid, veld, plaats)?.persoon?.geval.naam,
    );
    const verwacht = plaats.persoon
      ? ledenVan(plaats.persoon, this.#onderzoek).map(({ geval }) => geval.naam)
      : [];
    if ([...gezien].sort().join("|") !== [...verwacht].sort().join("|"))
      this.#wijktAf(plaats, verwacht, gezien);
  }

  #binnen(value: unknown, veld: Vraagveld, plaats: Plaats): void {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        const place = { ...plaats, pad: [...plaats.pad, index], spoor: `${plaats.spoor}[${index}]` };
        this.#binnen(item, veld, place);
      }
      return;
    }
    const binnen = this.plaatsBinnen(value as Deel, veld, plaats);
    if (binnen?.persoon && veld.veld === "node") this.inLijst(plaats.pad[0]).add(binnen.persoon);
    if (binnen) this.object(value as Deel, veld.binnen, binnen);
    else this.#vergeet(plaats.pad);
  }

  /** About whom an object is, and how much is known there; nothing for somebody of the example population, in a list. */
  plaatsBinnen(data: Deel, { geeft, binnen }: Vraagveld, plaats: Plaats): Plaats | undefined {
    const eigenId = binnen.find(({ veld }) => veld === "id")?.sleutel;
    const id = eigenId === undefined ? undefined : data[eigenId];
    const spoor = typeof id === "string" ? `${geeft}:${id}` : plaats.spoor;
    if (geeft === "Nieuwkomer") {
      const persoon = this.#persoon(id, plaats);
      const route = plaats.persoon && plaats.route === "rechtstreeks" ? "genest" : plaats.route;
      return (
        persoon && { ...plaats, persoon, spoor, route, metToegang: plaats.metToegang || !this.#bron.subgraph }
      );
    }
    const ref = binnen.find(({ veld, geeft: ander }) => veld === "nieuwkomer" && ander === "Nieuwkomer");
    const gevonden = ref && (data[ref.sleutel] as Deel | null);
    if (!gevonden) return { ...plaats, spoor };
    const sleutel = ref.binnen.find(({ veld }) => veld === "id")?.sleutel ?? "id";
    const persoon = this.#persoon(gevonden[sleutel], plaats);
    return persoon && { ...plaats, persoon, spoor };
  }

  /** Only a list may hold anybody else than the people who were made for this caller. */
  #persoon(id: unknown, plaats: Plaats): PersoonMetRijen | undefined {
    const persoon = persoonMet(id, this.#onderzoek);
    if (!persoon && plaats.persoon) this.#wijktAf(plaats, "somebody of this caller's", id);
    return persoon;
  }

  #vergeet(pad: Pad): void {
    for (const place of this.#errors.keys())
      if (place.startsWith(`${pad.join(".")}.`)) this.#errors.delete(place);
  }

  #weigering({ type, veld }: Vraagveld, { persoon, metToegang }: Plaats): Weigering | undefined {
    const verwijzingen = coverage.get(`${type}.${veld}`) ?? [];
    const { verwachting } = this.#onderzoek;
    const statisch = this.#bron.subgraph ? undefined : verwachting.statisch(verwijzingen);
    if (statisch) return statisch;
    const bronhouder = this.#bron.subgraph ?? ownersOf(type, veld)[0] ?? regie;
    const plek: Beslisplek = { bronhouder, metToegang, persoon };
    return verwachting.ter(plek, verwijzingen);
  }

  /** The same field of the same row shows the same, whoever asks it and however. */
  #vergelijk(spoor: string, value: unknown, plaats: Plaats): void {
    if (!plaats.persoon) return;
    const { waarden } = this.#onderzoek;
    const shown = JSON.stringify(value);
    const earlier = waarden.get(spoor);
    waarden.set(spoor, shown);
    if (earlier !== undefined && earlier !== shown) this.#wijktAf(plaats, earlier, shown);
  }

  #take(pad: Pad): Answer["errors"][number][] {
    const place = pad.join(".");
    const errors = this.#errors.get(place) ?? [];
    this.#errors.delete(place);
    return errors;
  }

  #wijktAf({ route, pad, persoon }: Plaats, verwacht: unknown, kreeg: unknown): void {
    const over = persoon ? `, about "${persoon.geval.naam}"` : "";
    this.#onderzoek.bevindingen.wijktAf(`${this.#waar(pad.join("."))} (${route}${over})`, verwacht, kreeg);
  }

  #waar(pad: string): string {
    return `${this.#onderzoek.profiel.naam} at ${this.#bron.subgraph ?? "the gateway"}: ${pad}`;
  }
}

// Private: everything that fields require, at any depth; the same fields are asked of many.
const inVelden = new WeakMap<readonly Vraagveld[], readonly GegevenVerwijzing[]>();

function allesIn(velden: readonly Vraagveld[]): readonly GegevenVerwijzing[] {
  const known =
    inVelden.get(velden) ??
    unique(
      velden.flatMap(({ type, veld, binnen }) => [
        ...(coverage.get(`${type}.${veld}`) ?? []),
        ...allesIn(binnen),
      ]),
    );
  inVelden.set(velden, known);
  return known;
}

function isSame(verwacht: Readonly<Record<string, unknown>>, kreeg: unknown): boolean {
  const shown = kreeg as Readonly<Record<string, unknown>>;
  return Object.entries(verwacht).every(([key, value]) => shown[key] === value);
}
