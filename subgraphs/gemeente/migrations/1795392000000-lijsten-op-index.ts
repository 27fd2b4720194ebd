import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * An index for each order, filter and condition of a list, so that a page costs as much with a hundred thousand people as with a
 * thousand. An index knows one table: the end of a termijn therefore also stands with the person, kept there by the database itself,
 * as a text because that is how a cursor carries it.
 */
export class LijstenOpIndex1795392000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(eindeTermijn);
    await queryRunner.query(indexen);
    // What stands in an index on an expression is only counted by this.
    await queryRunner.query("ANALYZE nieuwkomer");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX pip_leerroute, taak_partij_open, taak_partij_nieuwkomer_open, ketenrelatie_medewerker, nieuwkomer_regime, nieuwkomer_naam;
      DROP TRIGGER termijn_erbij ON inburgeringstermijn;
      DROP TRIGGER termijn_gewijzigd ON inburgeringstermijn;
      DROP TRIGGER termijn_weg ON inburgeringstermijn;
      DROP FUNCTION zet_einde_termijn();
      DROP FUNCTION wis_einde_termijn();
      ALTER TABLE nieuwkomer DROP COLUMN einde_termijn;
    `);
  }
}

const eindeTermijn = `
  ALTER TABLE nieuwkomer ADD COLUMN einde_termijn varchar(10);
  UPDATE nieuwkomer n SET einde_termijn = to_char(t.einddatum, 'YYYY-MM-DD')
    FROM inburgeringstermijn t WHERE t.nieuwkomer_id = n.id;

  CREATE FUNCTION zet_einde_termijn() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE nieuwkomer n SET einde_termijn = to_char(g.einddatum, 'YYYY-MM-DD')
      FROM geldend g WHERE g.nieuwkomer_id = n.id;
    RETURN NULL;
  END $$;
  CREATE FUNCTION wis_einde_termijn() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE nieuwkomer n SET einde_termijn = NULL FROM vervallen v WHERE v.nieuwkomer_id = n.id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER termijn_erbij AFTER INSERT ON inburgeringstermijn
    REFERENCING NEW TABLE AS geldend FOR EACH STATEMENT EXECUTE FUNCTION zet_einde_termijn();
  CREATE TRIGGER termijn_gewijzigd AFTER UPDATE ON inburgeringstermijn
    REFERENCING NEW TABLE AS geldend FOR EACH STATEMENT EXECUTE FUNCTION zet_einde_termijn();
  CREATE TRIGGER termijn_weg AFTER DELETE ON inburgeringstermijn
    REFERENCING OLD TABLE AS vervallen FOR EACH STATEMENT EXECUTE FUNCTION wis_einde_termijn();
`;

const indexen = `
  CREATE INDEX nieuwkomer_naam ON nieuwkomer (COALESCE(geslachtsnaam, ''), COALESCE(voornamen, ''), id);
  CREATE INDEX nieuwkomer_termijn_oplopend ON nieuwkomer (COALESCE(einde_termijn, '9999-12-31'), id);
  CREATE INDEX nieuwkomer_termijn_aflopend ON nieuwkomer (COALESCE(einde_termijn, '0000-01-01'), id);
  CREATE INDEX nieuwkomer_regime ON nieuwkomer (gemeente, regime, id);
  CREATE INDEX ketenrelatie_medewerker ON ketenrelatie (medewerker_id, partij, doel, nieuwkomer_id);
  CREATE INDEX taak_partij_open ON taak (partij, id) WHERE status IN ('OPEN', 'BEZIG', 'VASTGELOPEN');
  CREATE INDEX taak_partij_nieuwkomer_open ON taak (partij, nieuwkomer_id)
    WHERE status IN ('OPEN', 'BEZIG', 'VASTGELOPEN');
  CREATE INDEX pip_leerroute ON pip (leerroute_type, nieuwkomer_id);
`;
