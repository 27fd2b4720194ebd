import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Who put a toestemming down, how it was expressed, and its version. What was there before was put down in a conversation with a
 * regievoerder.
 */
export class ToestemmingVastgelegd1795305600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE toestemming
        ADD COLUMN vastgelegd_door varchar(12) NOT NULL DEFAULT 'REGIEVOERDER',
        ADD COLUMN vastgelegd_door_id varchar(255),
        ADD COLUMN wijze varchar(12),
        ADD COLUMN ingetrokken_door varchar(12),
        ADD COLUMN ingetrokken_door_id varchar(255),
        ADD COLUMN ingetrokken_wijze varchar(12),
        ADD COLUMN versie integer NOT NULL DEFAULT 1;
      UPDATE toestemming SET ingetrokken_door = 'REGIEVOERDER', versie = 2 WHERE ingetrokken_op IS NOT NULL;
      ALTER TABLE toestemming
        ALTER COLUMN vastgelegd_door DROP DEFAULT,
        ALTER COLUMN versie DROP DEFAULT,
        ADD CHECK ((ingetrokken_op IS NULL) = (ingetrokken_door IS NULL));
      CREATE UNIQUE INDEX toestemming_geldend ON toestemming (nieuwkomer_id, partij, gegeven)
        WHERE ingetrokken_op IS NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX toestemming_geldend;
      ALTER TABLE toestemming DROP COLUMN vastgelegd_door, DROP COLUMN vastgelegd_door_id, DROP COLUMN wijze,
        DROP COLUMN ingetrokken_door, DROP COLUMN ingetrokken_door_id, DROP COLUMN ingetrokken_wijze, DROP COLUMN versie;
    `);
  }
}
