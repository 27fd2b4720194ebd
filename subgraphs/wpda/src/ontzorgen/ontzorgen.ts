import { Column, Entity, PrimaryColumn } from "typeorm";

/** The first months in which fixed costs are paid from the bijstand (Participatiewet, artikel 56a). One per nieuwkomer. */
@Entity({ name: "ontzorgen" })
export class Ontzorgen {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ name: "nieuwkomer_id", type: "uuid", unique: true })
  nieuwkomerId!: string;

  @Column({ type: "date" })
  begindatum!: string;

  /** The last day, included. */
  @Column({ type: "date" })
  einddatum!: string;
}
