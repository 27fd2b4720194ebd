import { Column, Entity, PrimaryColumn } from "typeorm";

/** The time within which somebody must integrate, extensions included. */
@Entity({ name: "inburgeringstermijn" })
export class Inburgeringstermijn {
  @PrimaryColumn({ name: "nieuwkomer_id", type: "uuid" })
  nieuwkomerId!: string;

  @Column({ type: "date" })
  startdatum!: string;

  @Column({ type: "date" })
  einddatum!: string;
}
