import { z } from "zod";

const kebab = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,59}$/, "verwacht kleine letters, cijfers en streepjes, bijvoorbeeld pip-kern");
const tekst = z.string().trim().min(1, "verwacht een tekst");

const Rol = z.strictObject({ id: kebab, omschrijving: tekst });

/** An organisation that takes part in the exchange. */
const Partij = z.strictObject({
  id: kebab,
  naam: tekst,
  oin: z.array(z.string().regex(/^\d{20}$/, "verwacht een OIN: twintig cijfers")).min(1),
  rollen: z.array(Rol).min(1),
});

/** What the partners exchange for. */
const Doel = z.strictObject({
  id: kebab,
  omschrijving: tekst,
  grondslag: z.array(tekst).min(1, "verwacht ten minste één grondslag"),
  /** Being involved for this doel already reveals something. */
  gevoelig: z.boolean().optional(),
  /** How long after the last day of a ketenrelatie a partij still sees what it needs to finish its work; without it, not at all. */
  naloop: z
    .string()
    .regex(/^P\d{1,3}D$/, "verwacht een aantal dagen, bijvoorbeeld P14D")
    .optional(),
  /** The doel in plain words (taalniveau B1), for the nieuwkomer. */
  uitleg: tekst.optional(),
});

/** A gegevenscategorie: fields that the protocol treats alike. */
const Gegeven = z.strictObject({
  id: kebab,
  /** The row of the agreed table that it comes from. */
  rij: z
    .string()
    .regex(/^C\d{2}$/, "verwacht een rij uit de tabel, bijvoorbeeld C26")
    .optional(),
  bronhouder: kebab,
  omschrijving: tekst,
  /** A special category (AVG articles 9 and 10), or something that reveals one. */
  bijzonder: z.boolean().optional(),
  bewaartermijn: z.string().regex(/^P(\d+Y)?(\d+M)?(\d+D)?$/, "verwacht een ISO 8601-duur, bijvoorbeeld P5Y"),
  /** The gegeven in plain words (taalniveau B1), for the nieuwkomer. */
  uitleg: tekst.optional(),
});

/** The closed vocabulary of conditions; each is explained in its own file in `voorwaarden/`. */
export const voorwaardeNamen = [
  "geaggregeerd",
  "eigen-dossier",
  "betrokken",
  "eigen-register",
  "eigen-caseload",
  "eigen-taak",
  "toestemming",
  "eigen-gemeente",
] as const;

/** The five leefgebieden of the zelfredzaamheidsradar (notitie, paragraph 4.3), as articles name them. */
export const leefgebieden = ["financien", "zorg", "samenleving", "werk", "ontmoeten"] as const;

const Voorwaarde = z.union([
  z.enum(voorwaardeNamen),
  z.strictObject({ lopend: z.enum(["ontzorgen"]) }),
  /** A task on this one leefgebied; `eigen-taak` alone is a task on any. */
  z.strictObject({ "eigen-taak": z.enum(leefgebieden) }),
]);

/** What the partners agreed: who may read or write what, for which doel, under which conditions. */
const Artikel = z.strictObject({
  id: z
    .string()
    .regex(/^\d+(\.\d+)*[a-z]?$/, 'verwacht een artikelnummer tussen aanhalingstekens, bijvoorbeeld "4.2"'),
  tekst,
  partij: kebab,
  rollen: z.array(kebab).min(1),
  doelen: z.array(kebab).min(1),
  lezen: z.array(kebab).optional(),
  schrijven: z.array(kebab).optional(),
  voorwaarden: z
    .array(Voorwaarde)
    .min(1, "verwacht ten minste één voorwaarde: geen artikel opent zonder voorwaarde"),
  grondslag: z.array(tekst).min(1, "verwacht ten minste één grondslag: wet, artikel en lid"),
  /** What a reader of the article should know besides. */
  toelichting: tekst.optional(),
  /** On what ground a bijzonder gegeven is opened (AVG articles 9 and 10); required when there is one among them. */
  grondslagBijzonder: z.array(tekst).min(1).optional(),
});

/** A chapter: the articles whose number starts with its own. */
const Hoofdstuk = z.strictObject({
  nummer: z.string().regex(/^\d+$/, 'verwacht een nummer tussen aanhalingstekens, bijvoorbeeld "4"'),
  titel: tekst,
  toelichting: tekst.optional(),
});

/** Something that no article opens, and why: so that nobody takes it for forgotten. */
const BewustDicht = z.strictObject({
  tekst,
  /** The gegevens that are closed for everybody because of it, when it is about whole ones. */
  gegevens: z.array(kebab).min(1).optional(),
});

/** The shape of `schema/protocol/gegevensuitwisselingsprotocol.yaml`. */
export const ProtocolDocumentSchema = z.strictObject({
  protocol: tekst,
  versie: z.string().regex(/^\d+\.\d+\.\d+$/, "verwacht een versie, bijvoorbeeld 1.0.0"),
  /** The first day on which this version is in force. */
  geldigVanaf: z.iso.date("verwacht een dag als JJJJ-MM-DD"),
  /** The last day, when one was agreed; without it, until a later version takes its place. */
  geldigTot: z.iso.date("verwacht een dag als JJJJ-MM-DD").optional(),
  /** Counts under this number are shown as `*`. */
  drempelKleineAantallen: z.int().min(2),
  /** What holds for everything in it. */
  algemeen: z.array(tekst).min(1).optional(),
  partijen: z.array(Partij).min(1),
  doelen: z.array(Doel).min(1),
  gegevens: z.array(Gegeven).min(1),
  /** How the articles are grouped for who reads them. */
  hoofdstukken: z.array(Hoofdstuk).min(1).optional(),
  artikelen: z.array(Artikel).min(1),
  /** What this version keeps closed on purpose. */
  bewustDicht: z.array(BewustDicht).min(1).optional(),
});

/** The protocol as the partners wrote it down. */
export type ProtocolDocument = z.infer<typeof ProtocolDocumentSchema>;
/** One article of the protocol. */
export type Artikel = z.infer<typeof Artikel>;
/** A condition as written in an article: a name, or a name with its subject. */
export type Voorwaarde = z.infer<typeof Voorwaarde>;
/** One partij of the protocol. */
export type Partij = z.infer<typeof Partij>;
