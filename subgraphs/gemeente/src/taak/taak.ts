import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** While it is one of these, a task is still to be done; what is GEREED or INGETROKKEN is over for good. */
const openStatussen: readonly string[] = ["OPEN", "BEZIG", "VASTGELOPEN"];

/** What a partij took upon itself in the plan. */
@Entity({ name: "taak" })
export class Taak {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Index()
  @Column({ name: "pip_id", type: "uuid" })
  pipId!: string;

  @Index()
  @Column({ name: "nieuwkomer_id", type: "uuid" })
  nieuwkomerId!: string;

  @Column({ type: "varchar", length: 40 })
  partij!: string;

  @Column({ type: "varchar", length: 15 })
  leefgebied!: string;

  @Column({ type: "varchar", length: 500 })
  omschrijving!: string;

  @Column({ type: "varchar", length: 15 })
  status!: string;

  @Column({ name: "laatste_melding", type: "date", nullable: true })
  laatsteMelding!: string | null;

  /** Free text, its own gegeven. */
  @Column({ type: "varchar", length: 1000, nullable: true })
  voortgangsnotitie!: string | null;

  @Column({ type: "int" })
  versie!: number;
}

/** Whether a task is still to be done: only as long opens it something for its partij. */
export function isOpen({ status }: Pick<Taak, "status">): boolean {
  return openStatussen.includes(status);
}

/** The same in SQL, about the row with this alias. */
export function openInSql(alias: string): string {
  return `${alias}.status IN (${openStatussen.map((status) => `'${status}'`).join(", ")})`;
}
