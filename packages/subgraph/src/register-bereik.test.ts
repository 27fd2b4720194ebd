import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "@ketenhub/database";
import {
  compileProtocol,
  decide,
  gewogenVoorwaarden,
  type ProtocolDocument,
  scopeOf,
  type Voorwaarde,
} from "@ketenhub/protocol";
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from "typeorm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Connection, cursorOf } from "./connection.ts";
import type { Vraag } from "./context.ts";
import { partnerFeiten } from "./partner-feiten.ts";
import { type Dossierregister, openDossiers, registerBereik, registerPage } from "./register-bereik.ts";

@Entity({ name: "proefdossier" })
class Proefdossier {
  @PrimaryColumn({ type: "uuid" })
  id!: string;
  @Column({ name: "nieuwkomer_id", type: "uuid" })
  nieuwkomerId!: string;
  @Column({ type: "varchar" })
  gemeente!: string;
  @Column({ name: "coach_id", type: "varchar", nullable: true })
  coachId!: string | null;
  @Column({ type: "date" })
  begindatum!: string;
  @Column({ type: "date", nullable: true })
  einddatum!: string | null;
}

class Tabel1767225600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE proefdossier (id uuid PRIMARY KEY, nieuwkomer_id uuid NOT NULL, gemeente varchar NOT NULL,
        coach_id varchar, begindatum date NOT NULL, einddatum date)`,
    );
  }
  async down(): Promise<void> {}
}

const register: Dossierregister<Proefdossier> = {
  bronhouder: "werkplein",
  gegeven: "dossier",
  entity: Proefdossier,
  tabel: "proefdossier",
  begin: "begindatum",
  doelen: { bijstand: "TRUE", werk: "d.coach_id IS NOT NULL" },
  medewerkers: ["coach_id"],
};

const dag = "2026-03-01";
const partij = (id: string, oin: string) => ({
  id,
  naam: id,
  oin: [oin],
  rollen: [{ id: "rol", omschrijving: "rol" }],
});
const protocolWith = (...alternatieven: readonly (readonly Voorwaarde[])[]) =>
  compileProtocol({
    protocol: "proef",
    versie: "1.0.0",
    geldigVanaf: "2026-01-01",
    drempelKleineAantallen: 10,
    partijen: [partij("werkplein", "0".repeat(20)), partij("ander", "1".repeat(20))],
    doelen: ["bijstand", "werk", "elders"].map((id) => ({ id, omschrijving: id, grondslag: ["wet"] })),
    gegevens: [{ id: "dossier", bronhouder: "werkplein", omschrijving: "dossier", bewaartermijn: "P5Y" }],
    artikelen: alternatieven.flatMap((voorwaarden, index) =>
      ["werkplein", "ander"].map((van, nummer) => ({
        id: `${index}.${nummer}`,
        tekst: "proef",
        partij: van,
        rollen: ["rol"],
        doelen: ["bijstand", "werk", "elders"],
        lezen: ["dossier"],
        voorwaarden: [...voorwaarden],
        grondslag: ["wet"],
      })),
    ),
  } satisfies ProtocolDocument);

interface Beller {
  readonly partij?: string;
  readonly doel?: string;
  readonly medewerkerId?: string;
  readonly gemeenten?: readonly string[];
}

/** A request by somebody of the werkplein for bijstand, for one gemeente, unless said otherwise. */
function vraagOf(
  alternatieven: readonly (readonly Voorwaarde[])[],
  beller: Beller = {},
  database?: Database,
) {
  const {
    partij: van = "werkplein",
    doel = "bijstand",
    medewerkerId = "an",
    gemeenten = ["GM0106"],
  } = beller;
  const protocol = protocolWith(...alternatieven);
  const afnemer = { partij: van, rol: "rol", medewerkerId, gemeenten };
  return {
    caller: { afnemer, doel },
    protocol,
    dataSource: database?.dataSource,
    moment: new Date(`${dag}T12:00:00Z`),
    dag,
    scope: (actie: "lezen" | "schrijven", gegeven: string) =>
      scopeOf(protocol, afnemer, doel, actie, gegeven),
    gewogen: gewogenVoorwaarden(protocol, afnemer, doel),
    toegangen: { add: () => {}, feitenVan: () => undefined, isBedorven: () => false },
    ondertekening: new Map(),
  } as Pick<Vraag, "dag"> as Vraag;
}

const sqlOf = (alternatieven: readonly (readonly Voorwaarde[])[], beller?: Beller) =>
  registerBereik(vraagOf(alternatieven, beller), register).sql;

describe("the bereik of a register", () => {
  it("is nobody without an article, or for an article without conditions", () => {
    expect(sqlOf([])).toBe("FALSE");
    expect(sqlOf([[]])).toBe("FALSE");
  });

  it("is nobody for another partij, whatever the articles", () => {
    expect(sqlOf([["eigen-gemeente"]], { partij: "ander" })).toBe("FALSE");
  });

  it("lets nobody in by what only the gemeente knows", () => {
    for (const voorwaarde of [
      "betrokken",
      "toestemming",
      "eigen-taak",
      "eigen-dossier",
      "geaggregeerd",
    ] as const) {
      expect(sqlOf([[voorwaarde, "eigen-gemeente"]])).toBe("FALSE");
      expect(sqlOf([[voorwaarde], ["eigen-gemeente"]])).toBe(sqlOf([["eigen-gemeente"]]));
    }
    expect(sqlOf([[{ lopend: "ontzorgen" }]])).toBe("FALSE");
    expect(sqlOf([[{ "eigen-taak": "werk" }]])).toBe("FALSE");
  });

  it("lets nobody in by a doel that the register does not serve", () => {
    expect(sqlOf([["eigen-register"]], { doel: "elders" })).toContain("AND (FALSE))");
    expect(sqlOf([["eigen-register"]], { doel: "werk" })).toContain("AND (d.coach_id IS NOT NULL))");
  });

  it("asks all conditions of one article, and one article of all", () => {
    const sql = sqlOf([["eigen-register", "eigen-gemeente"], ["eigen-caseload"]]);
    expect(sql).toMatch(/^\(\(EXISTS .* AND EXISTS .*\) OR \(EXISTS .*\)\)$/s);
  });
});

const uuid = (nummer: number) => `00000000-0000-4000-8000-${String(nummer).padStart(12, "0")}`;

/** Two dossiers for every two people: together they have every combination of gemeente, coach and time that matters. */
const rijen = ["GM0106", "GM1680"].flatMap((gemeente) =>
  ["an", "bo", null].flatMap((coachId) =>
    [
      ["2026-01-01", null],
      ["2026-01-01", dag],
      ["2026-01-01", "2026-02-28"],
      [dag, null],
      ["2026-03-02", null],
    ].map(([begindatum, einddatum]) => ({ gemeente, coachId, begindatum, einddatum })),
  ),
);
const dossiers = rijen.flatMap((rij, index) => [
  { ...rij, id: uuid(index), nieuwkomerId: uuid(1000 + index) },
  { ...rij, id: uuid(100 + index), nieuwkomerId: uuid(1000 + ((index * 7 + 3) % rijen.length)) },
]);

describe("a page of a register", () => {
  let root: string;
  let database: Database;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "ketenhub-register-"));
    const content = { naam: "werkplein", entities: [Proefdossier], migrations: [Tabel1767225600000] };
    database = await openDatabase({ kind: "embedded", root }, content);
    await database.dataSource.getRepository(Proefdossier).insert(dossiers as Proefdossier[]);
  }, 60_000);

  afterAll(async () => {
    await database.stop();
    await rm(root, { recursive: true });
  });

  const idsOf = async (vraag: Vraag) => {
    const page = await registerPage(vraag, register, { first: 500 });
    expect(await page.totalCount()).toBe(page.edges.length);
    return page.edges.map(({ node }) => node.id);
  };

  /** The open dossiers of the persons about whom the decision, person by person, is yes. */
  const idsByDecision = async (vraag: Vraag) => {
    const feitenVan = partnerFeiten(register.bronhouder, { dossiers: openDossiers(register) })(vraag);
    const decided = await Promise.all(
      dossiers.map(async ({ nieuwkomerId }) => {
        const { afnemer, doel } = vraag.caller;
        const [persoon] = await feitenVan([nieuwkomerId]);
        if (!persoon) throw new Error("No facts were given.");
        const verzoek = { afnemer, doel, actie: "lezen", gegeven: "dossier", moment: vraag.moment } as const;
        return decide(vraag.protocol, { ...verzoek, persoon }).uitkomst === "toegestaan";
      }),
    );
    const isOpen = ({ begindatum = null, einddatum = null }: (typeof dossiers)[number]) =>
      begindatum !== null && begindatum <= dag && (einddatum === null || dag <= einddatum);
    return dossiers.filter((dossier, index) => decided[index] && isOpen(dossier)).map(({ id }) => id);
  };

  const alternatieven: readonly (readonly (readonly Voorwaarde[])[])[] = [
    [["eigen-register"]],
    [["eigen-gemeente"]],
    [["eigen-caseload"]],
    [["eigen-register", "eigen-gemeente"]],
    [["eigen-register", "eigen-caseload", "eigen-gemeente"]],
    [
      ["betrokken", "eigen-gemeente"],
      ["eigen-caseload", "eigen-gemeente"],
    ],
    [["betrokken"], ["eigen-taak"], ["toestemming"], ["eigen-dossier"], ["geaggregeerd"]],
  ];

  it("holds exactly the dossiers of whom the decision about the person is yes", async () => {
    let found = 0;
    for (const doel of ["bijstand", "werk", "elders"]) {
      for (const gemeenten of [["GM0106"], ["GM0106", "GM1680"], []]) {
        for (const artikelen of alternatieven) {
          const vraag = vraagOf(artikelen, { doel, gemeenten }, database);
          const ids = await idsOf(vraag);
          expect(ids, JSON.stringify({ doel, gemeenten, artikelen })).toEqual(
            (await idsByDecision(vraag)).toSorted(),
          );
          found += ids.length;
        }
      }
    }
    expect(found).toBeGreaterThan(100);
  }, 60_000);

  it("goes on after the last dossier of the page before", async () => {
    const vraag = vraagOf([["eigen-gemeente"]], {}, database);
    const all = await idsOf(vraag);
    const turned: string[] = [];
    let after: string | null = null;
    do {
      const page: Connection<Proefdossier> = await registerPage(vraag, register, { first: 5, after });
      turned.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(turned).toEqual(all);
  });

  it("refuses a cursor that it did not give out", async () => {
    const vraag = vraagOf([["eigen-gemeente"]], {}, database);
    for (const after of ["x", cursorOf(["x"]), cursorOf([null]), cursorOf([uuid(1), uuid(2)])]) {
      await expect(registerPage(vraag, register, { first: 5, after })).rejects.toThrow(
        "after: verwacht een cursor uit deze lijst",
      );
    }
  });
});
