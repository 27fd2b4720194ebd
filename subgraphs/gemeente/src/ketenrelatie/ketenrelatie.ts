import type { KetenrelatieFeit } from "@ketenhub/subgraph";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** That a partij is involved with a nieuwkomer, for a doel and a time. */
@Entity({ name: "ketenrelatie" })
@Index(["nieuwkomerId", "partij", "doel"])
export class Ketenrelatie {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ name: "nieuwkomer_id", type: "uuid" })
  nieuwkomerId!: string;

  @Column({ type: "varchar", length: 40 })
  partij!: string;

  @Column({ type: "varchar", length: 40 })
  doel!: string;

  /** The `sub` of the employee's token. */
  @Column({ name: "medewerker_id", type: "varchar", length: 100, nullable: true })
  medewerkerId!: string | null;

  @Column({ type: "varchar", length: 200, nullable: true })
  contactpersoon!: string | null;

  @Column({ type: "date" })
  begindatum!: string;

  /** The last day, included. */
  @Column({ type: "date", nullable: true })
  einddatum!: string | null;

  /** Set when it was ended at once: from this moment on it counts no more, whatever the last day. */
  @Column({ name: "beeindigd_op", type: "timestamptz", nullable: true })
  beeindigdOp!: Date | string | null;

  @Column({ type: "int" })
  versie!: number;
}

/** A ketenrelatie as decisions rest on it: what is empty in a row is absent in a fact. */
export function feitVan({
  doel,
  begindatum,
  einddatum,
  medewerkerId,
  beeindigdOp,
}: Pick<
  Ketenrelatie,
  "doel" | "begindatum" | "einddatum" | "medewerkerId" | "beeindigdOp"
>): KetenrelatieFeit {
  return {
    doel,
    begindatum,
    ...(einddatum === null ? {} : { einddatum }),
    ...(medewerkerId === null ? {} : { medewerkerId }),
    ...(beeindigdOp === null ? {} : { beeindigdOp: new Date(beeindigdOp) }),
  };
}
