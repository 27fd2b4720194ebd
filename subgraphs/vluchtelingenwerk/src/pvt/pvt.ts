import { Column, Entity, PrimaryColumn } from "typeorm";

/** The participatieverklaringstraject within a begeleiding; at most one for each. */
@Entity({ name: "pvt" })
export class Pvt {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ name: "begeleiding_id", type: "uuid", unique: true })
  begeleidingId!: string;

  @Column({ name: "nieuwkomer_id", type: "uuid" })
  nieuwkomerId!: string;

  @Column({ type: "date" })
  startdatum!: string;

  /** When the participatieverklaring was signed. */
  @Column({ name: "datum_ondertekening", type: "date", nullable: true })
  datumOndertekening!: string | null;
}
