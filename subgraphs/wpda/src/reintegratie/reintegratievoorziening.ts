import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** A provision aimed at work. */
@Entity({ name: "reintegratievoorziening" })
export class Reintegratievoorziening {
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

  @Column({ name: "datum_start", type: "date" })
  datumStart!: string;

  @Column({ name: "datum_verwacht_einde", type: "date", nullable: true })
  datumVerwachtEinde!: string | null;

  /** The last day, included. */
  @Column({ name: "datum_einde", type: "date", nullable: true })
  datumEinde!: string | null;

  @Column({ name: "uren_per_week", type: "int" })
  urenPerWeek!: number;

  @Column({ type: "int" })
  versie!: number;
}
