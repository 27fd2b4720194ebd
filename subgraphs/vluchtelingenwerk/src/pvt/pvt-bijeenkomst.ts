import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** A meeting of the participatieverklaringstraject, and whether the nieuwkomer was there. */
@Entity({ name: "pvt_bijeenkomst" })
export class PvtBijeenkomst {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Index()
  @Column({ name: "pvt_id", type: "uuid" })
  pvtId!: string;

  @Column({ name: "nieuwkomer_id", type: "uuid" })
  nieuwkomerId!: string;

  @Column({ type: "date" })
  datum!: string;

  @Column({ type: "int" })
  uren!: number;

  @Column({ type: "boolean" })
  aanwezig!: boolean;
}
