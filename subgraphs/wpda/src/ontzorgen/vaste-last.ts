import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** A fixed cost that is paid from the bijstand. */
@Entity({ name: "vaste_last" })
export class VasteLast {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Index()
  @Column({ name: "ontzorgen_id", type: "uuid" })
  ontzorgenId!: string;

  @Column({ name: "nieuwkomer_id", type: "uuid" })
  nieuwkomerId!: string;

  @Column({ type: "varchar", length: 30 })
  soort!: string;

  /** Per month; its own gegeven. */
  @Column({ name: "bedrag_in_centen", type: "int" })
  bedragInCenten!: number;
}
