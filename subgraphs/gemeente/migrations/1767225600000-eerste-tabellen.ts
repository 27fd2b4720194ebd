import { idempotentieTabel } from "@ketenhub/subgraph";
import type { MigrationInterface, QueryRunner } from "typeorm";

/** The first tables of the gemeente. Every list and look-up has its index. */
export class EersteTabellen1767225600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(nieuwkomerTabellen);
    await queryRunner.query(inburgeringTabellen);
    await queryRunner.query(pipTabellen);
    await queryRunner.query(idempotentieTabel);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP TABLE idempotentie, taak, doel, pip, examenresultaat, ontheffing, verlenging, inburgeringstermijn,
        inburgeringsplicht, toestemming, ketenrelatie, nieuwkomer, gezin`,
    );
  }
}

const nieuwkomerTabellen = `
  CREATE TABLE gezin (id uuid PRIMARY KEY);

  CREATE TABLE nieuwkomer (
    id uuid PRIMARY KEY,
    bsn varchar(9) UNIQUE,
    v_nummer varchar(10),
    voornamen varchar(200),
    voorvoegsel varchar(20),
    geslachtsnaam varchar(200),
    straat varchar(100),
    huisnummer varchar(20),
    postcode varchar(7),
    woonplaats varchar(100),
    gemeente varchar(6) NOT NULL,
    geboortedatum date,
    geslacht varchar(1) NOT NULL,
    nationaliteit varchar(60),
    telefoonnummer varchar(20),
    emailadres varchar(254),
    contacttaal varchar(3),
    regime varchar(6) NOT NULL,
    doelgroep varchar(40) NOT NULL,
    gedetailleerde_doelgroep varchar(40) NOT NULL,
    gezin_id uuid REFERENCES gezin (id),
    gezinsrol varchar(10),
    regievoerder_id varchar(100),
    regievoerder varchar(200)
  );
  CREATE INDEX nieuwkomer_gemeente ON nieuwkomer (gemeente, id);
  CREATE INDEX nieuwkomer_gezin ON nieuwkomer (gezin_id);

  CREATE TABLE ketenrelatie (
    id uuid PRIMARY KEY,
    nieuwkomer_id uuid NOT NULL REFERENCES nieuwkomer (id),
    partij varchar(40) NOT NULL,
    doel varchar(40) NOT NULL,
    medewerker_id varchar(100),
    contactpersoon varchar(200),
    begindatum date NOT NULL,
    einddatum date,
    beeindigd_op timestamptz,
    versie integer NOT NULL,
    CHECK (einddatum >= begindatum)
  );
  CREATE INDEX ketenrelatie_nieuwkomer ON ketenrelatie (nieuwkomer_id, partij, doel);
  CREATE INDEX ketenrelatie_partij ON ketenrelatie (partij, doel, nieuwkomer_id);

  CREATE TABLE toestemming (
    id uuid PRIMARY KEY,
    nieuwkomer_id uuid NOT NULL REFERENCES nieuwkomer (id),
    partij varchar(40) NOT NULL,
    gegeven varchar(60) NOT NULL,
    gegeven_op timestamptz NOT NULL,
    ingetrokken_op timestamptz
  );
  CREATE INDEX toestemming_nieuwkomer ON toestemming (nieuwkomer_id, partij);
`;

const inburgeringTabellen = `
  CREATE TABLE inburgeringsplicht (
    nieuwkomer_id uuid PRIMARY KEY REFERENCES nieuwkomer (id),
    begindatum date NOT NULL,
    einddatum date,
    datum_kennisgeving date,
    reden_geen varchar(50)
  );

  CREATE TABLE inburgeringstermijn (
    nieuwkomer_id uuid PRIMARY KEY REFERENCES nieuwkomer (id),
    startdatum date NOT NULL,
    einddatum date NOT NULL,
    CHECK (einddatum >= startdatum)
  );

  CREATE TABLE verlenging (
    id uuid PRIMARY KEY,
    nieuwkomer_id uuid NOT NULL REFERENCES nieuwkomer (id),
    beoordeling_aanvraag varchar(20) NOT NULL,
    datum_beoordeling date NOT NULL,
    verlenging_in_weken integer NOT NULL,
    verlengingsgrond varchar(40) NOT NULL
  );
  CREATE INDEX verlenging_nieuwkomer ON verlenging (nieuwkomer_id);

  CREATE TABLE ontheffing (
    id uuid PRIMARY KEY,
    nieuwkomer_id uuid NOT NULL REFERENCES nieuwkomer (id),
    datum_oordeel date NOT NULL,
    examenonderdeel varchar(3),
    grond varchar(3) NOT NULL
  );
  CREATE INDEX ontheffing_nieuwkomer ON ontheffing (nieuwkomer_id);

  CREATE TABLE examenresultaat (
    id uuid PRIMARY KEY,
    nieuwkomer_id uuid NOT NULL REFERENCES nieuwkomer (id),
    onderdeel varchar(3) NOT NULL,
    niveau varchar(2),
    resultaat varchar(10) NOT NULL,
    examendatum date NOT NULL
  );
  CREATE INDEX examenresultaat_nieuwkomer ON examenresultaat (nieuwkomer_id);
`;

const pipTabellen = `
  CREATE TABLE pip (
    id uuid PRIMARY KEY,
    nieuwkomer_id uuid NOT NULL UNIQUE REFERENCES nieuwkomer (id),
    dagtekening_initiele_pip date,
    dagtekening_pip date,
    status varchar(20) NOT NULL,
    ondertekend_op date,
    leerroute_type varchar(20),
    niveau varchar(2),
    intensiteit_b1_route integer,
    alfabetisering varchar(3),
    UNIQUE (id, nieuwkomer_id)
  );

  CREATE TABLE doel (
    id uuid PRIMARY KEY,
    pip_id uuid NOT NULL,
    nieuwkomer_id uuid NOT NULL,
    leefgebied varchar(15) NOT NULL,
    omschrijving varchar(500) NOT NULL,
    status varchar(15) NOT NULL,
    streefdatum date,
    FOREIGN KEY (pip_id, nieuwkomer_id) REFERENCES pip (id, nieuwkomer_id)
  );
  CREATE INDEX doel_pip ON doel (pip_id);

  CREATE TABLE taak (
    id uuid PRIMARY KEY,
    pip_id uuid NOT NULL,
    nieuwkomer_id uuid NOT NULL,
    partij varchar(40) NOT NULL,
    leefgebied varchar(15) NOT NULL,
    omschrijving varchar(500) NOT NULL,
    status varchar(15) NOT NULL,
    laatste_melding date,
    voortgangsnotitie varchar(1000),
    versie integer NOT NULL,
    FOREIGN KEY (pip_id, nieuwkomer_id) REFERENCES pip (id, nieuwkomer_id)
  );
  CREATE INDEX taak_pip ON taak (pip_id);
  CREATE INDEX taak_nieuwkomer ON taak (nieuwkomer_id, partij);
`;
