import { idempotentieTabel } from "@ketenhub/subgraph";
import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * The first tables of WPDA. Every list and look-up has its index. The keten-id points to the gemeente, which has its own
 * database; within this one, a row is always about the same person as the row it belongs to.
 */
export class EersteTabellen1767225600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(klantdossierTabellen);
    await queryRunner.query(ontzorgenTabellen);
    await queryRunner.query(idempotentieTabel);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      "DROP TABLE idempotentie, vaste_last, ontzorgen, reintegratievoorziening, uitkering, klantdossier",
    );
  }
}

const klantdossierTabellen = `
  CREATE TABLE klantdossier (
    id uuid PRIMARY KEY,
    nieuwkomer_id uuid NOT NULL UNIQUE,
    gemeente varchar(6) NOT NULL,
    begindatum date NOT NULL,
    einddatum date,
    klantmanager_id varchar(100),
    werkcoach_id varchar(100),
    participatiecoach_id varchar(100),
    geboortedatum date,
    geslacht varchar(1) NOT NULL CHECK (geslacht IN ('M', 'V', 'O')),
    nationaliteit varchar(60),
    UNIQUE (id, nieuwkomer_id),
    CHECK (einddatum >= begindatum)
  );
  CREATE INDEX klantdossier_gemeente ON klantdossier (gemeente, id);
  CREATE INDEX klantdossier_klantmanager ON klantdossier (klantmanager_id);
  CREATE INDEX klantdossier_werkcoach ON klantdossier (werkcoach_id);
  CREATE INDEX klantdossier_participatiecoach ON klantdossier (participatiecoach_id);

  CREATE TABLE uitkering (
    id uuid PRIMARY KEY,
    klantdossier_id uuid NOT NULL,
    nieuwkomer_id uuid NOT NULL,
    soort varchar(30) NOT NULL,
    ingangsdatum date NOT NULL,
    einddatum date,
    bedrag_in_centen integer NOT NULL CHECK (bedrag_in_centen >= 0),
    FOREIGN KEY (klantdossier_id, nieuwkomer_id) REFERENCES klantdossier (id, nieuwkomer_id),
    CHECK (einddatum >= ingangsdatum)
  );
  CREATE INDEX uitkering_klantdossier ON uitkering (klantdossier_id, ingangsdatum);
  CREATE INDEX uitkering_nieuwkomer ON uitkering (nieuwkomer_id);

  CREATE TABLE reintegratievoorziening (
    id uuid PRIMARY KEY,
    klantdossier_id uuid NOT NULL,
    nieuwkomer_id uuid NOT NULL,
    soort varchar(30) NOT NULL,
    datum_start date NOT NULL,
    datum_verwacht_einde date,
    datum_einde date,
    uren_per_week integer NOT NULL CHECK (uren_per_week BETWEEN 1 AND 40),
    versie integer NOT NULL CHECK (versie >= 1),
    FOREIGN KEY (klantdossier_id, nieuwkomer_id) REFERENCES klantdossier (id, nieuwkomer_id),
    CHECK (datum_verwacht_einde >= datum_start),
    CHECK (datum_einde >= datum_start)
  );
  CREATE INDEX reintegratievoorziening_klantdossier ON reintegratievoorziening (klantdossier_id);
  CREATE INDEX reintegratievoorziening_nieuwkomer ON reintegratievoorziening (nieuwkomer_id);
`;

const ontzorgenTabellen = `
  CREATE TABLE ontzorgen (
    id uuid PRIMARY KEY,
    nieuwkomer_id uuid NOT NULL UNIQUE,
    begindatum date NOT NULL,
    einddatum date NOT NULL,
    UNIQUE (id, nieuwkomer_id),
    CHECK (einddatum >= begindatum)
  );

  CREATE TABLE vaste_last (
    id uuid PRIMARY KEY,
    ontzorgen_id uuid NOT NULL,
    nieuwkomer_id uuid NOT NULL,
    soort varchar(30) NOT NULL,
    bedrag_in_centen integer NOT NULL CHECK (bedrag_in_centen >= 0),
    FOREIGN KEY (ontzorgen_id, nieuwkomer_id) REFERENCES ontzorgen (id, nieuwkomer_id)
  );
  CREATE INDEX vaste_last_ontzorgen ON vaste_last (ontzorgen_id);
`;
