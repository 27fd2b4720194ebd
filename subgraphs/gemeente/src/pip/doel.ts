import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** A goal from the plan, on one leefgebied. */
@Entity({ name: "doel" })
export class Doel {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Index()
  @Column({ name: "pip_id", type: "uuid" })
  pipId!: string;

  @Column({ name: "nieuwkomer_id", type: "uuid" })
  nieuwkomerId!: string;

  @Column({ type: "varchar", length: 15 })
  leefgebied!: string;

  @Column({ type: "varchar", length: 500 })
  omschrijving!: string;

  @Column({ type: "varchar", length: 15 })
  status!: string;

  @Column({ type: "date", nullable: true })
  streefdatum!: string | null;
}
