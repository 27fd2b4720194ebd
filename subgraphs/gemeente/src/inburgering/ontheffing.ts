import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** An exemption that DUO granted. */
@Entity({ name: "ontheffing" })
export class Ontheffing {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Index()
  @Column({ name: "nieuwkomer_id", type: "uuid" })
  nieuwkomerId!: string;

  @Column({ name: "datum_oordeel", type: "date" })
  datumOordeel!: string;

  /** Empty when it is for everything. */
  @Column({ type: "varchar", length: 3, nullable: true })
  examenonderdeel!: string | null;

  /** May reveal something about health. */
  @Column({ type: "varchar", length: 3 })
  grond!: string;
}
