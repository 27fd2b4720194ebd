import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** A level of language that was measured. */
@Entity({ name: "taalniveaumeting" })
export class Taalniveaumeting {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Index()
  @Column({ name: "inschrijving_id", type: "uuid" })
  inschrijvingId!: string;

  @Column({ name: "nieuwkomer_id", type: "uuid" })
  nieuwkomerId!: string;

  @Column({ type: "varchar", length: 2 })
  vaardigheid!: string;

  @Column({ type: "varchar", length: 2 })
  niveau!: string;

  @Column({ type: "date" })
  datum!: string;
}
