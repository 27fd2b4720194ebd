import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** That a nieuwkomer consented to share a gegeven with a partij, and when he withdrew it. */
@Entity({ name: "toestemming" })
export class Toestemming {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Index()
  @Column({ name: "nieuwkomer_id", type: "uuid" })
  nieuwkomerId!: string;

  @Column({ type: "varchar", length: 40 })
  partij!: string;

  @Column({ type: "varchar", length: 60 })
  gegeven!: string;

  @Column({ name: "gegeven_op", type: "timestamptz" })
  gegevenOp!: Date;

  @Column({ name: "ingetrokken_op", type: "timestamptz", nullable: true })
  ingetrokkenOp!: Date | null;
}
