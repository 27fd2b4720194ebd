import { idempotentieTabel } from "@ketenhub/subgraph";
import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * The first tables of the ROC. Every list and look-up has its index. The keten-id points to the gemeente, which has its own
 * database; within this one, a row is always about the same person as the row it belongs to.
 */
export class EersteTabellen1767225600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(inschrijvingTabellen);
    await queryRunner.query(idempotentieTabel);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("DROP TABLE idempotentie, taalniveaumeting, les, inschrijving");
  }
}

const inschrijvingTabellen = `
  CREATE TABLE inschrijving (
    id uuid PRIMARY KEY,
    nieuwkomer_id uuid NOT NULL,
    gemeente varchar(6) NOT NULL,
    soort varchar(30) NOT NULL,
    opleiding varchar(200) NOT NULL,
    trajectbegeleider_id varchar(100),
    startdatum date NOT NULL,
    einddatum date,
    UNIQUE (id, nieuwkomer_id),
    CHECK (einddatum >= startdatum)
  );
  CREATE INDEX inschrijving_nieuwkomer ON inschrijving (nieuwkomer_id, startdatum);
  CREATE INDEX inschrijving_gemeente ON inschrijving (gemeente, id);
  CREATE INDEX inschrijving_trajectbegeleider ON inschrijving (trajectbegeleider_id);

  CREATE TABLE les (
    id uuid PRIMARY KEY,
    inschrijving_id uuid NOT NULL,
    nieuwkomer_id uuid NOT NULL,
    datum date NOT NULL,
    uren integer NOT NULL CHECK (uren BETWEEN 1 AND 8),
    aanwezigheid varchar(20) NOT NULL
      CHECK (aanwezigheid IN ('AANWEZIG', 'GEOORLOOFD_VERZUIM', 'ONGEOORLOOFD_VERZUIM')),
    FOREIGN KEY (inschrijving_id, nieuwkomer_id) REFERENCES inschrijving (id, nieuwkomer_id)
  );
  CREATE INDEX les_inschrijving ON les (inschrijving_id);

  CREATE TABLE taalniveaumeting (
    id uuid PRIMARY KEY,
    inschrijving_id uuid NOT NULL,
    nieuwkomer_id uuid NOT NULL,
    vaardigheid varchar(2) NOT NULL,
    niveau varchar(2) NOT NULL,
    datum date NOT NULL,
    FOREIGN KEY (inschrijving_id, nieuwkomer_id) REFERENCES inschrijving (id, nieuwkomer_id)
  );
  CREATE INDEX taalniveaumeting_inschrijving ON taalniveaumeting (inschrijving_id, datum);
`;
