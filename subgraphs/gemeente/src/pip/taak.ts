import { Column, Entity, Index, PrimaryColumn } from "typeorm";

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
