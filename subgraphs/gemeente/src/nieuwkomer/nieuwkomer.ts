import { Column, Entity, Index, PrimaryColumn } from "typeorm";

const keptByTheDatabase = { select: false, insert: false, update: false } as const;

/** Somebody who is inburgeraar in one of the gemeenten. The id says nothing; the BSN is never a key. */
@Entity({ name: "nieuwkomer" })
export class Nieuwkomer {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ type: "varchar", length: 9, nullable: true, unique: true })
  bsn!: string | null;

  @Column({ name: "v_nummer", type: "varchar", length: 10, nullable: true })
  vNummer!: string | null;

  @Column({ type: "varchar", length: 200, nullable: true })
  voornamen!: string | null;

  @Column({ type: "varchar", length: 20, nullable: true })
  voorvoegsel!: string | null;

  @Column({ type: "varchar", length: 200, nullable: true })
  geslachtsnaam!: string | null;

  @Column({ type: "varchar", length: 100, nullable: true })
  straat!: string | null;

  @Column({ type: "varchar", length: 20, nullable: true })
  huisnummer!: string | null;

  @Column({ type: "varchar", length: 7, nullable: true })
  postcode!: string | null;

  @Column({ type: "varchar", length: 100, nullable: true })
  woonplaats!: string | null;

  @Index()
  @Column({ type: "varchar", length: 6 })
  gemeente!: string;

  @Column({ type: "date", nullable: true })
  geboortedatum!: string | null;

  @Column({ type: "varchar", length: 1 })
  geslacht!: string;

  /** Empty when unknown. */
  @Column({ type: "varchar", length: 60, nullable: true })
  nationaliteit!: string | null;

  @Column({ type: "varchar", length: 20, nullable: true })
  telefoonnummer!: string | null;

  @Column({ type: "varchar", length: 254, nullable: true })
  emailadres!: string | null;

  @Column({ type: "varchar", length: 3, nullable: true })
  contacttaal!: string | null;

  @Column({ type: "varchar", length: 6 })
  regime!: string;

  @Column({ type: "varchar", length: 40 })
  doelgroep!: string;

  @Column({ name: "gedetailleerde_doelgroep", type: "varchar", length: 40 })
  gedetailleerdeDoelgroep!: string;

  @Index()
  @Column({ name: "gezin_id", type: "uuid", nullable: true })
  gezinId!: string | null;

  @Column({ type: "varchar", length: 10, nullable: true })
  gezinsrol!: string | null;

  /** The `sub` of the regievoerder's token. */
  @Column({ name: "regievoerder_id", type: "varchar", length: 100, nullable: true })
  regievoerderId!: string | null;

  @Column({ type: "varchar", length: 200, nullable: true })
  regievoerder!: string | null;

  /** The end of the termijn as a text, for sorting; empty without one. The database keeps it, from the termijn itself. */
  @Column({ name: "einde_termijn", type: "varchar", length: 10, nullable: true, ...keptByTheDatabase })
  eindeTermijn!: string | null;
}
