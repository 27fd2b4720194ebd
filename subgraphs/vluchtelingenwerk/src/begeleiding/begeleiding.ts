import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** Maatschappelijke begeleiding of an asielstatushouder. Somebody can have had more than one. */
@Entity({ name: "begeleiding" })
export class Begeleiding {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  /** Points to the gemeente, which has its own database: hence no foreign key. */
  @Index()
  @Column({ name: "nieuwkomer_id", type: "uuid" })
  nieuwkomerId!: string;

  @Index()
  @Column({ type: "varchar", length: 6 })
  gemeente!: string;

  /** The `sub` of the begeleider's token. */
  @Index()
  @Column({ name: "begeleider_id", type: "varchar", length: 100 })
  begeleiderId!: string;

  @Column({ type: "date" })
  startdatum!: string;

  /** The last day, included. */
  @Column({ type: "date", nullable: true })
  einddatum!: string | null;

  @Column({ type: "text", array: true })
  onderwerpen!: string[];

  /** Free text, its own gegeven. */
  @Column({ type: "varchar", length: 2000, nullable: true })
  notitie!: string | null;
}
