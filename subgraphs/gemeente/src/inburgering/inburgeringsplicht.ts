import { Column, Entity, PrimaryColumn } from "typeorm";

/** The duty to integrate, as DUO established it. One per nieuwkomer. */
@Entity({ name: "inburgeringsplicht" })
export class Inburgeringsplicht {
  @PrimaryColumn({ name: "nieuwkomer_id", type: "uuid" })
  nieuwkomerId!: string;

  @Column({ type: "date" })
  begindatum!: string;

  /** The last day; empty while it runs. */
  @Column({ type: "date", nullable: true })
  einddatum!: string | null;

  /** The day on which DUO told the gemeente. */
  @Column({ name: "datum_kennisgeving", type: "date", nullable: true })
  datumKennisgeving!: string | null;

  /** Why there is none any more; may reveal something about health. */
  @Column({ name: "reden_geen", type: "varchar", length: 50, nullable: true })
  redenGeen!: string | null;
}
