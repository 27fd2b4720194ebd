import { describe, expect, it } from "vitest";
import {
  Bedrijfsregel,
  BronhouderOnbereikbaar,
  DoelNietToegestaan,
  DoelOnbekend,
  DoelVereist,
  errorCodes,
  Geweigerd,
  HubError,
  OngeldigeInvoer,
  ProtocolNietGeldig,
  Unauthenticated,
  Versieconflict,
  VraagTeGroot,
} from "./index.ts";

describe("an error of the hub", () => {
  it.each<[HubError, string, object]>([
    [
      new Unauthenticated(),
      "Geef een geldig token mee: Authorization: Bearer <token>.",
      { code: "UNAUTHENTICATED", http: { status: 401 } },
    ],
    [
      new DoelVereist(),
      "Geef precies één doel mee in de header Doel, bijvoorbeeld: Doel: regie.",
      { code: "DOEL_VEREIST", http: { status: 400 } },
    ],
    [
      new DoelOnbekend(),
      "Dit doel staat niet in het gegevensuitwisselingsprotocol.",
      { code: "DOEL_ONBEKEND", http: { status: 400 } },
    ],
    [
      new DoelNietToegestaan("regie", "1.0.0"),
      "Dit doel is voor uw partij en rol niet afgesproken.",
      { code: "DOEL_NIET_TOEGESTAAN", doel: "regie", protocolversie: "1.0.0", http: { status: 403 } },
    ],
    [
      new ProtocolNietGeldig(new Error("wpda heeft deze versie ingetrokken")),
      "Er geldt nu geen versie van het gegevensuitwisselingsprotocol; daarom wordt er niets gedeeld. Vraag de beheerder wanneer dit weer kan.",
      { code: "PROTOCOL_NIET_GELDIG", http: { status: 503 } },
    ],
    [
      new Geweigerd({ reden: "GEEN_ARTIKEL", gegeven: "bsn", doel: "regie", protocolversie: "1.0.0" }),
      "Het protocol deelt dit gegeven niet met u.",
      {
        code: "UNAUTHORIZED_FIELD_OR_TYPE",
        reden: "GEEN_ARTIKEL",
        gegeven: "bsn",
        doel: "regie",
        protocolversie: "1.0.0",
      },
    ],
    [
      new OngeldigeInvoer("input.uren", "1 tot en met 8", 9),
      "input.uren: verwacht 1 tot en met 8, maar kreeg 9.",
      { code: "BAD_USER_INPUT", veld: "input.uren", verwacht: "1 tot en met 8" },
    ],
    [
      new VraagTeGroot("niveaus", 16, 17),
      "Deze vraag is te groot: ten hoogste 16 niveaus, en dit zijn er 17. Vraag minder diep, minder tegelijk, of in pagina's.",
      { code: "VRAAG_TE_GROOT", maat: "niveaus", maximum: 16, gevraagd: 17 },
    ],
    [
      new VraagTeGroot("velden", 10_000),
      "Deze vraag is te groot: ten hoogste 10000 velden. Vraag minder diep, minder tegelijk, of in pagina's.",
      { code: "VRAAG_TE_GROOT", maat: "velden", maximum: 10_000 },
    ],
    [
      new Bedrijfsregel("Een taak van een ander", "notitie, paragraaf 4.4", "een taak van uw eigen partij"),
      "Een taak van een ander (notitie, paragraaf 4.4). Wel toegestaan: een taak van uw eigen partij.",
      {
        code: "BEDRIJFSREGEL",
        regel: "Een taak van een ander",
        bron: "notitie, paragraaf 4.4",
        toegestaan: "een taak van uw eigen partij",
      },
    ],
    [
      new Versieconflict(2, 3),
      "U las versie 2, maar het is nu versie 3. Lees het opnieuw en probeer het nog eens.",
      { code: "VERSIECONFLICT", gelezen: 2, huidig: 3 },
    ],
    [
      new BronhouderOnbereikbaar("roc"),
      "De bronhouder roc antwoordt nu niet. Probeer het later opnieuw.",
      { code: "BRONHOUDER_ONBEREIKBAAR", bronhouder: "roc" },
    ],
  ])("says exactly: %s", (error, message, extensions) => {
    expect(error).toBeInstanceOf(HubError);
    expect(error.message).toBe(message);
    expect(error.extensions).toEqual(extensions);
    expect(error.code).toBe((extensions as { code: string }).code);
    expect(error.name).toBe(error.constructor.name);
  });

  it("keeps what really happened for the log, outside of what is sent", () => {
    const cause = new Error("ECONNREFUSED 10.0.0.5:4001");
    const error = new BronhouderOnbereikbaar("roc", cause);
    expect(error.cause).toBe(cause);
    expect(JSON.stringify(error)).not.toContain("10.0.0.5");
    expect(Object.hasOwn(new Unauthenticated(), "cause")).toBe(false);
  });

  it("cannot have its code replaced by a detail", () => {
    const error = new HubError("BEDRIJFSREGEL", "m", { details: { code: "UNAUTHENTICATED" } });
    expect(error.extensions["code"]).toBe("BEDRIJFSREGEL");
  });
});

describe("what is repeated of an input", () => {
  it.each<[string, unknown, string]>([
    ["a text between quotes", "mei", '"mei"'],
    ["nothing", undefined, "niets"],
    ["null", null, "null"],
    ["a number", 0, "0"],
    ["a line break, on one line", "a\nb", '"a\\nb"'],
    ["at most eighty characters", "x".repeat(500), `"${"x".repeat(79)}…`],
  ])("is %s", (_what, value, shown) => {
    expect(new OngeldigeInvoer("veld", "iets", value).message).toBe(
      `veld: verwacht iets, maar kreeg ${shown}.`,
    );
  });
});

describe("the codes", () => {
  it("each have a meaning, as a sentence", () => {
    for (const [code, meaning] of Object.entries(errorCodes)) {
      expect(code).toMatch(/^[A-Z][A-Z_]+$/);
      expect(meaning).toMatch(/\.$/);
    }
  });
});
