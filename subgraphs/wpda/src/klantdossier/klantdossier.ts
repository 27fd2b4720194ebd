import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** That somebody is a client of WPDA, and who guides him. One per nieuwkomer. */
@Entity({ name: "klantdossier" })
export class Klantdossier {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  /** Points to the gemeente, which has its own database: hence no foreign key. */
  @Column({ name: "nieuwkomer_id", type: "uuid", unique: true })
  nieuwkomerId!: string;

  @Index()
  @Column({ type: "varchar", length: 6 })
  gemeente!: string;

  @Column({ type: "date" })
  begindatum!: string;

  /** The last day as a client, included. */
  @Column({ type: "date", nullable: true })
  einddatum!: string | null;

  /** The `sub` of the klantmanager's token. */
  @Column({ name: "klantmanager_id", type: "varchar", length: 100, nullable: true })
  klantmanagerId!: string | null;

  /** The `sub` of the werkcoach's token. */
  @Column({ name: "werkcoach_id", type: "varchar", length: 100, nullable: true })
  werkcoachId!: string | null;

  /** The `sub` of the participatiecoach's token. */
  @Column({ name: "participatiecoach_id", type: "varchar", length: 100, nullable: true })
  participatiecoachId!: string | null;

  /** For the figures only, as are geslacht and nationaliteit: WPDA shares none of them about a person. */
  @Column({ type: "date", nullable: true })
  geboortedatum!: string | null;

  @Column({ type: "varchar", length: 1 })
  geslacht!: string;

  /** Empty when unknown. */
  @Column({ type: "varchar", length: 60, nullable: true })
  nationaliteit!: string | null;
}
