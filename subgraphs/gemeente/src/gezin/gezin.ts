import { Entity, PrimaryColumn } from "typeorm";

/** People who form a gezin together: one plan, one regisseur. Who they are stands with each nieuwkomer. */
@Entity({ name: "gezin" })
export class Gezin {
  @PrimaryColumn({ type: "uuid" })
  id!: string;
}
