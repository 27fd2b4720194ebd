import type { Feiten, ProtocolDocument } from "@ketenhub/protocol";
import * as fc from "fast-check";
import {
  type GraphQLArgument,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from "graphql";
import { gegevens, personen, type Situatie } from "./wereld.ts";

const partijen = ["een", "twee"] as const;
const rollen = ["hoog", "laag"] as const;
const doelen = ["werk", "taal"] as const;
const voorwaarden = [
  "betrokken",
  "eigen-caseload",
  "eigen-gemeente",
  "eigen-dossier",
  "eigen-taak",
  "toestemming",
] as const;

const some = <T>(from: readonly T[], minLength = 1) => fc.subarray([...from], { minLength });

type Artikel = ProtocolDocument["artikelen"][number];

const artikel: fc.Arbitrary<Artikel> = fc
  .record({
    partij: fc.constantFrom(...partijen),
    rollen: some(rollen),
    doelen: some(doelen),
    lezen: some(gegevens, 2),
    // Most articles ask one thing, as in the real agreement; else hardly anything would be open.
    voorwaarden: fc.oneof(
      { weight: 3, arbitrary: some(voorwaarden).map((list) => list.slice(0, 1)) },
      { weight: 1, arbitrary: some(voorwaarden) },
    ),
  })
  .map((parts) => ({ ...parts, id: "1", tekst: "Proef.", grondslag: ["Wet"] }));

let laatste = 0;

function nextVersie(): string {
  laatste += 1;
  return `1.0.${laatste}`;
}

/** An agreement as nobody would make it. */
export const afspraak: fc.Arbitrary<ProtocolDocument> = fc
  .array(artikel, { minLength: 1, maxLength: 8 })
  .map((artikelen) => ({
    protocol: "Proef",
    // Every agreement is another version, as in life.
    versie: nextVersie(),
    geldigVanaf: "2026-01-01",
    drempelKleineAantallen: 10,
    partijen: partijen.map((id, index) => ({
      id,
      naam: id,
      oin: [String(index).repeat(20)],
      rollen: rollen.map((rol) => ({ id: rol, omschrijving: rol })),
    })),
    doelen: doelen.map((id) => ({ id, omschrijving: id, grondslag: ["Wet"] })),
    gegevens: gegevens.map((id) => ({ id, bronhouder: "een", omschrijving: id, bewaartermijn: "P5Y" })),
    artikelen,
  }));

const feitenOver = (persoonId: string): fc.Arbitrary<Feiten> =>
  fc
    .record({
      gemeente: fc.constantFrom("GM0001", "GM0002"),
      relaties: fc.array(
        fc.record({
          doel: fc.constantFrom(...doelen),
          begindatum: fc.constant("2026-01-01"),
          medewerkerId: fc.constantFrom("m1", "m2"),
        }),
        { maxLength: 2 },
      ),
      toestemmingen: some(gegevens, 0),
      openTaken: some(["werk"], 0),
    })
    .map((keten) => ({ persoonId, keten }));

/** Who asks, what for, and what is known about everybody, under an agreement. */
export const situatie: fc.Arbitrary<Omit<Situatie, "protocol">> = fc
  .record({
    partij: fc.constantFrom(...partijen),
    rol: fc.constantFrom(...rollen),
    doel: fc.constantFrom(...doelen),
    medewerkerId: fc.constantFrom("m1", "m2"),
    gemeenten: some(["GM0001", "GM0002"], 0),
    nieuwkomerId: fc.option(fc.constantFrom(...personen), { nil: undefined }),
    feiten: fc.record(Object.fromEntries(personen.map((id) => [id, feitenOver(id)]))),
  })
  .map(({ partij, rol, doel, medewerkerId, gemeenten, nieuwkomerId, feiten }) => ({
    afnemer: { partij, rol, medewerkerId, gemeenten, ...(nieuwkomerId ? { nieuwkomerId } : {}) },
    doel,
    moment: new Date("2026-06-01T10:00:00Z"),
    feiten: feiten as Readonly<Record<string, Feiten>>,
  }));

/** Gives a number under this one. */
export type Trekking = (under: number) => number;

/** A question with its variables. */
export interface Vraagstuk {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A question as nobody would ask it: aliases, fragments, conditions and arguments everywhere. */
export function vraagstuk(schema: GraphQLSchema, draw: Trekking): Vraagstuk {
  return new Schrijver(schema, draw).write();
}

class Schrijver {
  readonly #draw: Trekking;
  readonly #schema: GraphQLSchema;
  readonly #fragments = new Map<string, { readonly type: string; readonly text: string }>();
  readonly #used = new Set<string>();
  #aliases = 0;
  /** Within how many conditions is being written. */
  #conditions = 0;

  constructor(schema: GraphQLSchema, draw: Trekking) {
    this.#schema = schema;
    this.#draw = draw;
  }

  write(): Vraagstuk {
    const query = this.#schema.getQueryType();
    if (!query) throw new Error("Nothing to ask.");
    const selection = this.#selection(query, 3);
    const declared: Record<string, string> = {
      ja: "Boolean!",
      nee: "Boolean = false",
      id: "ID!",
      hoe: "Hoe",
    };
    const head = [...this.#used].map((naam) => `$${naam}: ${declared[naam]}`).join(", ");
    const fragments = [...this.#fragments].map(
      ([naam, { type, text }]) => `fragment ${naam} on ${type} ${text}`,
    );
    return {
      text: [`query Proef${head ? `(${head})` : ""} ${selection}`, ...fragments].join("\n"),
      variables: {
        ja: this.#chance(2),
        id: this.#of(...personen, "p9"),
        ...(this.#used.has("nee") && this.#chance(2) ? { nee: true } : {}),
        ...(this.#used.has("hoe") ? { hoe: this.#of(null, { luid: true }, { nog: [{ geheim: "x" }] }) } : {}),
      },
    };
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const count = this.#chance(3) ? 1 : 3;
    // The library does not ask for an object when conditions within conditions leave nothing of it; so something is always left.
    const always = this.#conditions > 0 ? "__typename " : "";
    return `{ ${always}${Array.from({ length: count }, () => this.#one(type, depth)).join(" ")} }`;
  }

  #one(type: GraphQLObjectType, depth: number): string {
    const way = this.#draw(12);
    if (way === 0) return "__typename";
    if (way === 3)
      return `...${this.#within("in any", () => this.#fragment(type, depth))}${this.#condition()}`;
    const condition = way < 3 ? this.#condition() : "";
    const within = () => this.#within(condition, () => this.#selection(type, depth));
    if (way === 1) return `...${condition} ${within()}`;
    if (way === 2) return `... on ${type.name}${condition} ${within()}`;
    return this.#field(type, depth);
  }

  #field(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields()).filter(
      ({ name, type: of }) => name !== "toegang" && (depth > 0 || !isObjectType(getNamedType(of))),
    );
    if (fields.length === 0) return "__typename";
    const field = this.#of(...fields);
    const given = this.#arguments(field.args.map((argument: GraphQLArgument) => argument.name));
    const alias = this.#alias(given);
    const returned = getNamedType(field.type);
    const condition = this.#condition();
    const within = isObjectType(returned)
      ? ` ${this.#within(condition, () => this.#selection(returned, depth - 1))}`
      : "";
    return `${alias}${field.name}${given}${condition}${within}`;
  }

  /** One field with two sets of arguments needs two names; and a name can be that of what is allowed. */
  #alias(given: string): string {
    if (given && !this.#chance(8)) {
      this.#aliases += 1;
      return `k${this.#aliases}: `;
    }
    return this.#chance(9) ? `${this.#of("naam", "doel", "x", "constructor")}: ` : "";
  }

  #arguments(names: readonly string[]): string {
    const given = names.flatMap((name) => {
      if (name === "id")
        return this.#chance(3) ? [`id: ${this.#use("id")}`] : [`id: "${this.#of(...personen)}"`];
      if (this.#chance(2)) return [];
      if (name === "first") return ["first: 3"];
      if (name === "wie") return ['wie: "jij"'];
      return this.#chance(2)
        ? [`${name}: ${this.#use("hoe")}`]
        : [`${name}: { luid: true, nog: [{ luid: false }] }`];
    });
    return given.length > 0 ? `(${given.join(", ")})` : "";
  }

  #within(condition: string, write: () => string): string {
    this.#conditions += condition === "" ? 0 : 1;
    const text = write();
    this.#conditions -= condition === "" ? 0 : 1;
    return text;
  }

  #fragment(type: GraphQLObjectType, depth: number): string {
    const known = [...this.#fragments]
      .filter(([, fragment]) => fragment.type === type.name)
      .map(([naam]) => naam);
    if (known.length > 0 && this.#chance(2)) return this.#of(...known);
    const text = this.#selection(type, Math.max(0, depth - 1));
    const naam = `F${this.#fragments.size}`;
    this.#fragments.set(naam, { type: type.name, text });
    return naam;
  }

  #condition(): string {
    if (!this.#chance(6)) return "";
    const [kind, value] = [this.#of("include", "skip"), this.#of("ja", "nee", "true", "false")];
    return ` @${kind}(if: ${value === "ja" || value === "nee" ? this.#use(value) : value})`;
  }

  #of<T>(...choices: readonly T[]): T {
    return choices[this.#draw(choices.length)] as T;
  }

  #use(naam: string): string {
    this.#used.add(naam);
    return `$${naam}`;
  }

  #chance(one: number): boolean {
    return this.#draw(one) === 0;
  }
}
