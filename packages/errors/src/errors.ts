import { HubError } from "./hub-error.ts";

/** No token, or one that is not valid. Why exactly is for the log only: it would help whoever forges. */
export class Unauthenticated extends HubError {
  constructor(cause?: unknown) {
    super("UNAUTHENTICATED", "Geef een geldig token mee: Authorization: Bearer <token>.", {
      status: 401,
      cause,
    });
  }
}

/** The header Doel is missing or names more than one doel. */
export class DoelVereist extends HubError {
  constructor() {
    super("DOEL_VEREIST", "Geef precies één doel mee in de header Doel, bijvoorbeeld: Doel: regie.", {
      status: 400,
    });
  }
}

/** The header Doel names something that the protocol does not know. The name itself is not echoed. */
export class DoelOnbekend extends HubError {
  constructor() {
    super("DOEL_ONBEKEND", "Dit doel staat niet in het gegevensuitwisselingsprotocol.", { status: 400 });
  }
}

/** The doel exists, but the partners did not agree on it for this partij and rol. */
export class DoelNietToegestaan extends HubError {
  constructor(doel: string, protocolversie: string) {
    super("DOEL_NIET_TOEGESTAAN", "Dit doel is voor uw partij en rol niet afgesproken.", {
      status: 403,
      details: { doel, protocolversie },
    });
  }
}

/** No version of the protocol is in force, so nothing is agreed. Why not is for the log only: it names who signed and who did not. */
export class ProtocolNietGeldig extends HubError {
  constructor(cause?: unknown) {
    super(
      "PROTOCOL_NIET_GELDIG",
      "Er geldt nu geen versie van het gegevensuitwisselingsprotocol; daarom wordt er niets gedeeld. Vraag de beheerder wanneer dit weer kan.",
      { status: 503, cause },
    );
  }
}

/** Why the protocol refused: enough to act on, never the value, and never whether there was one. */
export interface Weigering {
  readonly reden: string;
  readonly gegeven: string;
  readonly doel: string;
  readonly protocolversie: string;
}

/** The protocol does not share this field. */
export class Geweigerd extends HubError {
  constructor(weigering: Weigering) {
    super("UNAUTHORIZED_FIELD_OR_TYPE", "Het protocol deelt dit gegeven niet met u.", {
      details: { ...weigering },
    });
  }
}

/** Input that cannot be accepted: which field, what was expected, what came. */
export class OngeldigeInvoer extends HubError {
  constructor(veld: string, verwacht: string, gekregen: unknown) {
    super("BAD_USER_INPUT", `${veld}: verwacht ${verwacht}, maar kreeg ${shown(gekregen)}.`, {
      details: { veld, verwacht },
    });
  }
}

/** A question larger than one request may be: of what, how many are allowed, and how many there were where that is known. */
export class VraagTeGroot extends HubError {
  constructor(maat: string, maximum: number, gevraagd?: number) {
    super(
      "VRAAG_TE_GROOT",
      `Deze vraag is te groot: ten hoogste ${maximum} ${maat}${gevraagd === undefined ? "" : `, en dit zijn er ${gevraagd}`}. Vraag minder diep, minder tegelijk, of in pagina's.`,
      { details: { maat, maximum, ...(gevraagd === undefined ? {} : { gevraagd }) } },
    );
  }
}

/** More questions in a short time than a caller may ask, or too many tokens that are not valid from one address. */
export class TeVeelVragen extends HubError {
  constructor(wachttijd: number) {
    super(
      "TE_VEEL_VRAGEN",
      `U stelt te veel of te grote vragen in korte tijd. Probeer het over ${wachttijd} seconden opnieuw.`,
      { status: 429, headers: { "retry-after": String(wachttijd) }, details: { wachttijd } },
    );
  }
}

/** Only what a partij registered is answered, and this is not it. What was asked is not echoed. */
export class VraagOnbekend extends HubError {
  constructor() {
    super(
      "VRAAG_ONBEKEND",
      "Uw partij heeft deze vraag niet vooraf geregistreerd, precies zoals zij hier staat. Registreer haar bij de beheerder, of stel een vraag die geregistreerd is.",
      { status: 400 },
    );
  }
}

/** A rule of the domain says no: which rule, where it comes from, and what would be allowed. */
export class Bedrijfsregel extends HubError {
  constructor(regel: string, bron: string, toegestaan: string) {
    super("BEDRIJFSREGEL", `${regel} (${bron}). Wel toegestaan: ${toegestaan}.`, {
      details: { regel, bron, toegestaan },
    });
  }
}

/** Somebody changed it since the caller read it. */
export class Versieconflict extends HubError {
  constructor(gelezen: number, huidig: number) {
    super(
      "VERSIECONFLICT",
      `U las versie ${gelezen}, maar het is nu versie ${huidig}. Lees het opnieuw en probeer het nog eens.`,
      { details: { gelezen, huidig } },
    );
  }
}

/** A bronhouder did not answer, or answered nonsense. */
export class BronhouderOnbereikbaar extends HubError {
  constructor(bronhouder: string, cause?: unknown) {
    super(
      "BRONHOUDER_ONBEREIKBAAR",
      `De bronhouder ${bronhouder} antwoordt nu niet. Probeer het later opnieuw.`,
      {
        details: { bronhouder },
        cause,
      },
    );
  }
}

// Private: what came, short and on one line; a caller sees only what the caller sent.
function shown(value: unknown): string {
  if (value === undefined) return "niets";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
