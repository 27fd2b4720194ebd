import { OngeldigeInvoer } from "@ketenhub/errors";
import type { Voorwaarde } from "@ketenhub/protocol";
import type { ObjectLiteral } from "typeorm";
import { alternativesInSql } from "./alternatieven-in-sql.ts";
import { type Connection, type PageArguments, readCursor, rowsToFetch, toConnection } from "./connection.ts";
import type { Vraag } from "./context.ts";
import { groupBy } from "./group-by.ts";
import { isKetenId } from "./keten-id.ts";
import type { EigenRegister } from "./partner-feiten.ts";

/** A row of a register: a dossier about one person. */
export interface Dossierrij extends ObjectLiteral {
  readonly id: string;
  readonly nieuwkomerId: string;
}

/**
 * A bronhouder's own register, said once for the decision about one person and for the list: so that they cannot differ. In the
 * SQL, `d` is a dossier. A dossier has the columns nieuwkomer_id, gemeente and einddatum, and is open until its last day is over.
 */
export interface Dossierregister<T extends Dossierrij> {
  readonly bronhouder: string;
  /** The gegeven that a dossier is. */
  readonly gegeven: string;
  readonly entity: new () => T;
  readonly tabel: string;
  /** The column with the first day. */
  readonly begin: string;
  /** When a dossier serves a doel: a condition in SQL, by doel. */
  readonly doelen: Readonly<Record<string, string>>;
  /** The columns that name an employee. */
  readonly medewerkers: readonly string[];
}

/** A condition in SQL about `rij`, a row of the register. */
export interface RegisterBereik {
  readonly sql: string;
  readonly parameters: ObjectLiteral;
}

/** Loads the open dossiers of persons, for the decision about each: one statement, however many persons. */
export function openDossiers<T extends Dossierrij>(register: Dossierregister<T>): EigenRegister["dossiers"] {
  const doelen = Object.entries(register.doelen).map(([doel, sql]) => `CASE WHEN ${sql} THEN '${doel}' END`);
  const medewerkers = register.medewerkers.map((column) => `d.${column}`);
  return async ({ dataSource, dag }, persoonIds) => {
    const rows = await dataSource
      .getRepository(register.entity)
      .createQueryBuilder("d")
      .select("d.nieuwkomer_id", "persoonId")
      .addSelect("d.gemeente", "gemeente")
      .addSelect(namedOnly(doelen), "doelen")
      .addSelect(namedOnly(medewerkers), "medewerkers")
      .where("d.nieuwkomer_id = ANY(:persoonIds)", { persoonIds })
      .andWhere(isOpen("d", register), { dag })
      .getRawMany<{ persoonId: string; gemeente: string; doelen: string[]; medewerkers: string[] }>();
    return groupBy(rows, ({ persoonId }) => persoonId);
  };
}

/**
 * Which dossiers the caller may read, in SQL: those of the persons about whom the decision would be yes by the register alone.
 * What only the gemeente knows is not known in a list of the register: nobody comes in by it. For another partij it is empty.
 */
export function registerBereik<T extends Dossierrij>(
  vraag: Pick<Vraag, "caller" | "dag" | "scope">,
  register: Dossierregister<T>,
): RegisterBereik {
  const { afnemer, doel } = vraag.caller;
  const isOwn = afnemer.partij === register.bronhouder;
  const alternatives = isOwn ? vraag.scope("lezen", register.gegeven) : [];
  return {
    sql: alternativesInSql(
      alternatives.map((voorwaarden) =>
        voorwaarden.map((voorwaarde) => conditionInSql(voorwaarde, doel, register)),
      ),
    ),
    parameters: { dag: vraag.dag, medewerkerId: afnemer.medewerkerId, gemeenten: afnemer.gemeenten },
  };
}

/** The open dossiers of the register that the caller may read, as a page, in the order of their numbers. */
export async function registerPage<T extends Dossierrij>(
  vraag: Vraag,
  register: Dossierregister<T>,
  args: PageArguments,
): Promise<Connection<T>> {
  const { sql, parameters } = registerBereik(vraag, register);
  const query = vraag.dataSource
    .getRepository(register.entity)
    .createQueryBuilder("rij")
    .where(isOpen("rij", register))
    .andWhere(sql, parameters);
  const total = query.clone();
  if (args.after !== undefined && args.after !== null) {
    query.andWhere("rij.id > :after", { after: idFrom(args.after) });
  }
  const rows = await query.orderBy("rij.id", "ASC").limit(rowsToFetch(args)).getMany();
  return toConnection(
    rows,
    args,
    ({ id }) => [id],
    () => total.getCount(),
  );
}

// Private.
function isOpen(alias: string, { begin }: { readonly begin: string }): string {
  return `${alias}.${begin} <= :dag AND (${alias}.einddatum IS NULL OR ${alias}.einddatum >= :dag)`;
}

function namedOnly(expressions: readonly string[]): string {
  return `array_remove(ARRAY[${expressions.join(", ")}]::text[], NULL)`;
}

/** The same conditions as the protocol's own predicates, about the open dossiers of the person of a row; nothing when only others know. */
function conditionInSql<T extends Dossierrij>(
  voorwaarde: Voorwaarde,
  doel: string,
  register: Dossierregister<T>,
): string | undefined {
  const serves = (Object.hasOwn(register.doelen, doel) && register.doelen[doel]) || "FALSE";
  const medewerkers = register.medewerkers.map((column) => `d.${column}`).join(", ");
  const hasOpen = (condition: string) =>
    `EXISTS (SELECT 1 FROM ${register.tabel} d WHERE d.nieuwkomer_id = rij.nieuwkomer_id
      AND ${isOpen("d", register)} AND ${condition})`;
  switch (voorwaarde) {
    case "eigen-register":
      return hasOpen(`(${serves})`);
    case "eigen-caseload":
      return hasOpen(`(${serves}) AND :medewerkerId IN (${medewerkers})`);
    case "eigen-gemeente":
      return hasOpen("d.gemeente = ANY(:gemeenten)");
    default:
      return undefined;
  }
}

/** The number of the last dossier of the page before. */
function idFrom(after: string): string {
  const [id] = readCursor(after, 1);
  if (!isKetenId(id)) throw new OngeldigeInvoer("after", "een cursor uit deze lijst", after);
  return id;
}
