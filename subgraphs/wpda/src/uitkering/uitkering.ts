import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** An uitkering for the cost of living. */
@Entity({ name: "uitkering" })
export class Uitkering {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Index()
  @Column({ name: "klantdossier_id", type: "uuid" })
  klantdossierId!: string;

  @Index()
  @Column({ name: "nieuwkomer_id", type: "uuid" })
  nieuwkomerId!: string;

  @Column({ type: "varchar", length: 30 })
  soort!: string;

  @Column({ type: "date" })
  ingangsdatum!: string;

  /** The last day, included. */
  @Column({ type: "date", nullable: true })
  einddatum!: string | null;

  /** Net, per month; its own gegeven. */
  @Column({ name: "bedrag_in_centen", type: "int" })
  bedragInCenten!: number;
}
