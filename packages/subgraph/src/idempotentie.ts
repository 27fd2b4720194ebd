import { createHash } from "node:crypto";
import { OngeldigeInvoer } from "@ketenhub/errors";
import { Column, Entity, type EntityManager, Index, PrimaryColumn } from "typeorm";
import type { Vraag } from "./context.ts";

/** That an order was carried out, and what came of it: so that a repeated order has one effect and gets the same answer. */
@Entity({ name: "idempotentie" })
export class Idempotentie {
  /** Who gave the order, hashed. Two callers may choose the same key. */
  @PrimaryColumn({ type: "varchar", length: 64 })
  beller!: string;

  @PrimaryColumn({ type: "varchar", length: 100 })
  sleutel!: string;

  /** The order itself, hashed: the same key for another order is a mistake. */
  @Column({ type: "varchar", length: 64 })
  opdracht!: string;

  /** What came of it; empty while it is being carried out. */
  @Column({ type: "jsonb", nullable: true })
  antwoord!: unknown;

  @Index()
  @Column({ name: "aangemaakt_op", type: "timestamptz" })
  aangemaaktOp!: Date;
}

/** The SQL of the table, for a subgraph's first migration. */
export const idempotentieTabel = `
  CREATE TABLE idempotentie (
    beller varchar(64) NOT NULL,
    sleutel varchar(100) NOT NULL,
    opdracht varchar(64) NOT NULL,
    antwoord jsonb,
    aangemaakt_op timestamptz NOT NULL,
    PRIMARY KEY (beller, sleutel)
  );
  CREATE INDEX idempotentie_aangemaakt_op ON idempotentie (aangemaakt_op);
`;

/** An answer is kept a week: retries come within minutes, and data that nobody needs is not kept (AVG, article 5). */
const keptDays = 7;

/**
 * Carries out an order once. Within one transaction: a repeat in parallel waits for the first; when the first fails nothing is
 * kept and the repeat gets its own chance. A repeat gets the answer of the first.
 */
export async function onceOnly<T extends object>(
  vraag: Vraag,
  mutatie: string,
  input: { readonly idempotentieSleutel: string },
  carryOut: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const sleutel = input.idempotentieSleutel;
  if (sleutel.length < 1 || sleutel.length > 100) {
    throw new OngeldigeInvoer("input.idempotentieSleutel", "1 tot en met 100 tekens", sleutel);
  }
  const { partij, medewerkerId } = vraag.caller.afnemer;
  const beller = hash([partij, medewerkerId, vraag.caller.claims.azp]);
  const opdracht = hash([mutatie, input]);
  return vraag.dataSource.transaction(async (manager) => {
    const claimed: unknown[] = await manager.query(
      `INSERT INTO idempotentie (beller, sleutel, opdracht, aangemaakt_op) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [beller, sleutel, opdracht, vraag.moment],
    );
    if (claimed.length === 0) return earlierAnswer<T>(manager, beller, sleutel, opdracht);
    const antwoord = JSON.parse(JSON.stringify(await carryOut(manager))) as T;
    await manager.update(Idempotentie, { beller, sleutel }, { antwoord: antwoord as never });
    await manager.query("DELETE FROM idempotentie WHERE aangemaakt_op < $1", [
      daysBefore(vraag.moment, keptDays),
    ]);
    return antwoord;
  });
}

// Private.
async function earlierAnswer<T>(
  manager: EntityManager,
  beller: string,
  sleutel: string,
  opdracht: string,
): Promise<T> {
  const earlier = await manager.findOneByOrFail(Idempotentie, { beller, sleutel });
  if (earlier.opdracht !== opdracht) {
    throw new OngeldigeInvoer(
      "input.idempotentieSleutel",
      "een nieuwe sleutel voor een andere opdracht",
      "een sleutel die u al voor iets anders gebruikte",
    );
  }
  return earlier.antwoord as T;
}

function hash(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

function daysBefore(moment: Date, days: number): Date {
  return new Date(moment.getTime() - days * 86_400_000);
}
