import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@ketenhub/database";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { createProtectedSchema } from "@ketenhub/subgraph";
import { describe, expect, it } from "vitest";
import { gemeente } from "./gemeente.ts";

describe("subgraph gemeente", () => {
  it("has a schema that the protocol covers", async () => {
    const schema = await createProtectedSchema(gemeente, await readProtocolversies());
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {})).toEqual(
      Object.keys(gemeente.persoonVanMutatie),
    );
  });

  it("has tables that hold what its entities name", { timeout: 60_000 }, async () => {
    const root = await mkdtemp(join(tmpdir(), "ketenhub-gemeente-"));
    const { dataSource, stop } = await openDatabase({ kind: "embedded", root }, gemeente);
    try {
      for (const entity of gemeente.entities) {
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
