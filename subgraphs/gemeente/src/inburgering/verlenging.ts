import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** A request to extend the termijn, and what DUO decided. */
@Entity({ name: "verlenging" })
export class Verlenging {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Index()
  @Column({ name: "nieuwkomer_id", type: "uuid" })
  nieuwkomerId!: string;

  @Column({ name: "beoordeling_aanvraag", type: "varchar", length: 20 })
  beoordelingAanvraag!: string;

  @Column({ name: "datum_beoordeling", type: "date" })
  datumBeoordeling!: string;

  @Column({ name: "verlenging_in_weken", type: "int" })
  verlengingInWeken!: number;

  @Column({ type: "varchar", length: 40 })
  verlengingsgrond!: string;
}
