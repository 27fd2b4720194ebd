import { ProtocolDocumentSchema } from "@ketenhub/protocol";

/** The part of a JSON Schema that is walked here. */
interface JsonSchema {
  description?: string;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly anyOf?: readonly JsonSchema[];
}

/**
 * The JSON Schema of the protocol, for editors: so that who writes an article sees what belongs where, and at once what is wrong.
 * What the parts must be to each other (that a named gegeven exists) only the hub itself checks.
 */
export function protocolJsonSchema(): string {
  const schema = ProtocolDocumentSchema.toJSONSchema({ target: "draft-7", io: "input" }) as JsonSchema;
  const unused = new Set(Object.keys(uitleg));
  explain(schema, "", unused);
  if (unused.size > 0)
    throw new Error(`These parts of the protocol do not exist: ${[...unused].join(", ")}.`);
  return `${inHouseStyle(JSON.stringify({ title: "Gegevensuitwisselingsprotocol", ...schema }, null, 2))}\n`;
}

// Private: what each part is, in the words of who writes it.
const uitleg: Readonly<Record<string, string>> = {
  protocol: "De naam van de afspraak.",
  versie: "De versie, als drie getallen: 1.0.0. Elke wijziging krijgt een nieuwe.",
  geldigVanaf: "De eerste dag waarop deze versie geldt, als JJJJ-MM-DD.",
  geldigTot:
    "De laatste dag waarop deze versie geldt, als die is afgesproken; anders geldt zij tot een nieuwere begint.",
  drempelKleineAantallen: "Tellingen onder dit aantal worden een *.",
  algemeen: "Wat voor alles in het protocol geldt.",
  partijen: "De organisaties die gegevens uitwisselen.",
  "partijen.id": "De korte naam waarmee artikelen naar deze partij verwijzen.",
  "partijen.naam": "De naam van de organisatie.",
  "partijen.oin": "De organisatie-identificatienummers: elk twintig cijfers, tussen aanhalingstekens.",
  "partijen.rollen": "In welke rollen mensen van deze partij vragen stellen.",
  "partijen.rollen.id": "De korte naam van de rol, zoals die in het token staat.",
  "partijen.rollen.omschrijving": "Wat iemand in deze rol doet.",
  doelen: "Waarvoor gegevens worden uitgewisseld.",
  "doelen.id": "De code van het doel, zoals een beller haar meegeeft.",
  "doelen.omschrijving": "Wat er met de gegevens wordt gedaan.",
  "doelen.grondslag": "Welke wet, welk artikel en welk lid dit doel dragen.",
  "doelen.gevoelig": "Of het al iets verraadt dat een partij voor dit doel betrokken is.",
  "doelen.naloop":
    "Hoeveel dagen een partij na de laatste dag van haar ketenrelatie nog ziet wat zij nodig heeft om af te ronden, bijvoorbeeld P14D.",
  "doelen.uitleg": "Waarvoor het is, in gewone woorden (taalniveau B1), voor de nieuwkomer.",
  gegevens: "De gegevenscategorieën. Wat hier staat is nog voor niemand open; dat doet een artikel.",
  "gegevens.id": "De korte naam waarmee artikelen en het schema naar dit gegeven verwijzen.",
  "gegevens.rij": "De rij van de tabel met gegevenscategorieën, bijvoorbeeld C26.",
  "gegevens.bronhouder": "De partij die het gegeven bewaart en erover gaat.",
  "gegevens.omschrijving": "Wat het gegeven inhoudt, en wat niet.",
  "gegevens.bijzonder":
    "Of het over gezondheid of strafrecht gaat (AVG, artikelen 9 en 10), of iets daarvan verraadt.",
  "gegevens.bewaartermijn": "Hoe lang het bewaard blijft, als ISO 8601-duur: P5Y is vijf jaar.",
  hoofdstukken: "Hoe de artikelen bij elkaar staan voor wie ze leest.",
  "hoofdstukken.nummer": "Het eerste deel van de nummers van de artikelen in dit hoofdstuk.",
  "hoofdstukken.titel": "De titel van het hoofdstuk.",
  "hoofdstukken.toelichting": "Wat voor alle artikelen van het hoofdstuk geldt.",
  "gegevens.uitleg": "Wat het is, in gewone woorden (taalniveau B1), voor de nieuwkomer.",
  artikelen: "Wie wat mag lezen of schrijven. Wat hier niet staat, mag niet.",
  "artikelen.id": "Het nummer van het artikel, tussen aanhalingstekens.",
  "artikelen.tekst": "Wat de partijen hebben afgesproken, in gewone taal.",
  "artikelen.partij": "Voor welke partij.",
  "artikelen.rollen": "Voor welke rollen van die partij; voor elk ervan.",
  "artikelen.doelen": "Voor welke doelen; voor elk ervan.",
  "artikelen.lezen": "Welke gegevens mogen worden gelezen.",
  "artikelen.schrijven": "Welke gegevens mogen worden geschreven. Wie schrijft, leest niet vanzelf.",
  "artikelen.voorwaarden": "Wat allemaal tegelijk waar moet zijn. Zonder voorwaarde opent een artikel niets.",
  "artikelen.voorwaarden.lopend": "Wat nu moet lopen.",
  "artikelen.voorwaarden.eigen-taak": "Op welk leefgebied de partij een open taak in het PIP moet hebben.",
  "artikelen.grondslag": "Welke wet, welk artikel en welk lid het delen dragen.",
  "artikelen.grondslagBijzonder":
    "Op welke uitzondering van AVG artikel 9 of 10 het delen van een bijzonder gegeven rust. Verplicht als het artikel er een opent.",
  "artikelen.toelichting": "Wat een lezer van het artikel verder moet weten.",
  bewustDicht: "Wat deze versie met opzet dicht houdt, zodat niemand denkt dat het vergeten is.",
  "bewustDicht.tekst": "Wat er dicht blijft, en waarom.",
  "bewustDicht.gegevens": "De gegevens die daarom voor iedereen dicht zijn.",
};

/** Puts the explanation at every part, and throws when one has none. */
function explain(schema: JsonSchema, path: string, unused: Set<string>): void {
  for (const part of [schema.items, ...(schema.anyOf ?? [])]) if (part) explain(part, path, unused);
  for (const [name, part] of Object.entries(schema.properties ?? {})) {
    const where = path === "" ? name : `${path}.${name}`;
    const text = uitleg[where];
    if (!text)
      throw new Error(
        `${where} of the protocol has no explanation; expected one in protocol-json-schema.ts.`,
      );
    part.description = text;
    unused.delete(where);
    explain(part, where, unused);
  }
}

/** A list that fits stands on one line, as the formatter of this repository would have it. */
function inHouseStyle(json: string): string {
  return json.replace(/(^.*)\[\n\s*((?:"[^"\n]*",?\n\s*)+)\]/gm, (spread, before: string, list: string) => {
    const line = `${before}[${list.trim().replace(/\n\s*/g, " ")}]`;
    return line.length < 110 ? line : spread;
  });
}
