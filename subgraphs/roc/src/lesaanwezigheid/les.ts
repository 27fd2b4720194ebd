import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** A lesson, and whether the nieuwkomer was there. Why somebody was not there is not kept here. */
@Entity({ name: "les" })
export class Les {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Index()
  @Column({ name: "inschrijving_id", type: "uuid" })
  inschrijvingId!: string;

  @Column({ name: "nieuwkomer_id", type: "uuid" })
  nieuwkomerId!: string;

  @Column({ type: "date" })
  datum!: string;

  @Column({ type: "int" })
  uren!: number;

  @Column({ type: "varchar", length: 20 })
  aanwezigheid!: string;
}
