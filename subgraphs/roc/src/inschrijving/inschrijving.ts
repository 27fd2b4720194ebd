import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** That somebody takes a course or route at the ROC. Somebody can have several, also at the same time. */
@Entity({ name: "inschrijving" })
export class Inschrijving {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  /** Points to the gemeente, which has its own database: hence no foreign key. */
  @Index()
  @Column({ name: "nieuwkomer_id", type: "uuid" })
  nieuwkomerId!: string;

  @Index()
  @Column({ type: "varchar", length: 6 })
  gemeente!: string;

  @Column({ type: "varchar", length: 30 })
  soort!: string;

  @Column({ type: "varchar", length: 200 })
  opleiding!: string;

  /** The `sub` of the trajectbegeleider's token. */
  @Index()
  @Column({ name: "trajectbegeleider_id", type: "varchar", length: 100, nullable: true })
  trajectbegeleiderId!: string | null;

  @Column({ type: "date" })
  startdatum!: string;

  /** The last day, included. */
  @Column({ type: "date", nullable: true })
  einddatum!: string | null;
}
