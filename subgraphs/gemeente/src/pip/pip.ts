import { Column, Entity, PrimaryColumn } from "typeorm";

/** The Persoonlijk plan Inburgering en Participatie. One per nieuwkomer. */
@Entity({ name: "pip" })
export class Pip {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ name: "nieuwkomer_id", type: "uuid", unique: true })
  nieuwkomerId!: string;

  @Column({ name: "dagtekening_initiele_pip", type: "date", nullable: true })
  dagtekeningInitielePip!: string | null;

  @Column({ name: "dagtekening_pip", type: "date", nullable: true })
  dagtekeningPip!: string | null;

  @Column({ type: "varchar", length: 20 })
  status!: string;

  @Column({ name: "ondertekend_op", type: "date", nullable: true })
  ondertekendOp!: string | null;

  @Column({ name: "leerroute_type", type: "varchar", length: 20, nullable: true })
  leerrouteType!: string | null;

  @Column({ type: "varchar", length: 2, nullable: true })
  niveau!: string | null;

  @Column({ name: "intensiteit_b1_route", type: "int", nullable: true })
  intensiteitB1Route!: number | null;

  @Column({ type: "varchar", length: 3, nullable: true })
  alfabetisering!: string | null;
}
