import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** Who put a toestemming down: the nieuwkomer himself, or the regievoerder on his behalf. */
export type Vastlegger = "NIEUWKOMER" | "REGIEVOERDER";

/** That a nieuwkomer consented to share a gegeven with a partij, and when he withdrew it. A row ends; it is never deleted. */
@Entity({ name: "toestemming" })
export class Toestemming {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Index()
  @Column({ name: "nieuwkomer_id", type: "uuid" })
  nieuwkomerId!: string;

  @Column({ type: "varchar", length: 40 })
  partij!: string;

  @Column({ type: "varchar", length: 60 })
  gegeven!: string;

  @Column({ name: "gegeven_op", type: "timestamptz" })
  gegevenOp!: Date | string;

  @Column({ name: "vastgelegd_door", type: "varchar", length: 12 })
  vastgelegdDoor!: Vastlegger;

  /** The `sub` of their token. */
  @Column({ name: "vastgelegd_door_id", type: "varchar", length: 255, nullable: true })
  vastgelegdDoorId!: string | null;

  /** How the nieuwkomer said it to the regievoerder; empty when he did it himself. */
  @Column({ type: "varchar", length: 12, nullable: true })
  wijze!: string | null;

  @Column({ name: "ingetrokken_op", type: "timestamptz", nullable: true })
  ingetrokkenOp!: Date | string | null;

  @Column({ name: "ingetrokken_door", type: "varchar", length: 12, nullable: true })
  ingetrokkenDoor!: Vastlegger | null;

  @Column({ name: "ingetrokken_door_id", type: "varchar", length: 255, nullable: true })
  ingetrokkenDoorId!: string | null;

  @Column({ name: "ingetrokken_wijze", type: "varchar", length: 12, nullable: true })
  ingetrokkenWijze!: string | null;

  /** Goes on where an earlier toestemming for the same stopped: a version that was read is never that of another one. */
  @Column({ type: "int" })
  versie!: number;
}

/** Which toestemmingen count, in SQL about the row with this alias; `moment` is a parameter of the statement. */
export function geldendInSql(alias: string, moment: string): string {
  return `${alias}.gegeven_op <= ${moment} AND (${alias}.ingetrokken_op IS NULL OR ${alias}.ingetrokken_op > ${moment})`;
}
