import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** A result of an exam, as DUO delivered it. */
@Entity({ name: "examenresultaat" })
export class Examenresultaat {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Index()
  @Column({ name: "nieuwkomer_id", type: "uuid" })
  nieuwkomerId!: string;

  @Column({ type: "varchar", length: 3 })
  onderdeel!: string;

  @Column({ type: "varchar", length: 2, nullable: true })
  niveau!: string | null;

  @Column({ type: "varchar", length: 10 })
  resultaat!: string;

  @Column({ type: "date" })
  examendatum!: string;
}
