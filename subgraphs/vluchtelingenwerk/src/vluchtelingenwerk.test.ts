import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@ketenhub/database";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { createProtectedSchema } from "@ketenhub/subgraph";
import { describe, expect, it } from "vitest";
import { vluchtelingenwerk } from "./vluchtelingenwerk.ts";

describe("subgraph vluchtelingenwerk", () => {
  it("has a schema that the protocol covers", async () => {
    const schema = await createProtectedSchema(vluchtelingenwerk, await readProtocolversies());
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {})).toEqual(
      Object.keys(vluchtelingenwerk.persoonVanMutatie),
    );
  });

  it("has tables that hold what its entities name", { timeout: 60_000 }, async () => {
    const root = await mkdtemp(join(tmpdir(), "ketenhub-vluchtelingenwerk-"));
    const { dataSource, stop } = await openDatabase({ kind: "embedded", root }, vluchtelingenwerk);
    try {
      for (const entity of vluchtelingenwerk.entities) {
        expect(await dataSource.getRepository(entity).find()).toEqual([]);
      }
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      // Names of indexes and keys are the migration's own; a column that differs is a mistake.
      const differences = upQueries.map(({ query }) => query).filter((sql) => !/INDEX|CONSTRAINT/.test(sql));
      expect(differences).toEqual([]);
    } finally {
      await stop();
      await rm(root, { recursive: true });
    }
  });
});
