import { idempotentieTabel } from "@ketenhub/subgraph";
import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * The first tables of VluchtelingenWerk. Every list and look-up has its index. The keten-id points to the gemeente, which has
 * its own database; within this one, a row is always about the same person as the row it belongs to.
 */
export class EersteTabellen1767225600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(begeleidingTabellen);
    await queryRunner.query(idempotentieTabel);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("DROP TABLE idempotentie, pvt_bijeenkomst, pvt, begeleiding");
  }
}

const begeleidingTabellen = `
  CREATE TABLE begeleiding (
    id uuid PRIMARY KEY,
    nieuwkomer_id uuid NOT NULL,
    gemeente varchar(6) NOT NULL,
    begeleider_id varchar(100) NOT NULL,
    startdatum date NOT NULL,
    einddatum date,
    onderwerpen text[] NOT NULL,
    notitie varchar(2000),
    UNIQUE (id, nieuwkomer_id),
    CHECK (einddatum >= startdatum)
  );
  CREATE INDEX begeleiding_nieuwkomer ON begeleiding (nieuwkomer_id, startdatum);
  CREATE INDEX begeleiding_gemeente ON begeleiding (gemeente, id);
  CREATE INDEX begeleiding_begeleider ON begeleiding (begeleider_id);

  CREATE TABLE pvt (
    id uuid PRIMARY KEY,
    begeleiding_id uuid NOT NULL UNIQUE,
    nieuwkomer_id uuid NOT NULL,
    startdatum date NOT NULL,
    datum_ondertekening date,
    UNIQUE (id, nieuwkomer_id),
    FOREIGN KEY (begeleiding_id, nieuwkomer_id) REFERENCES begeleiding (id, nieuwkomer_id),
    CHECK (datum_ondertekening >= startdatum)
  );

  CREATE TABLE pvt_bijeenkomst (
    id uuid PRIMARY KEY,
    pvt_id uuid NOT NULL,
    nieuwkomer_id uuid NOT NULL,
    datum date NOT NULL,
    uren integer NOT NULL CHECK (uren BETWEEN 1 AND 12),
    aanwezig boolean NOT NULL,
    FOREIGN KEY (pvt_id, nieuwkomer_id) REFERENCES pvt (id, nieuwkomer_id)
  );
  CREATE INDEX pvt_bijeenkomst_pvt ON pvt_bijeenkomst (pvt_id, datum);
`;
