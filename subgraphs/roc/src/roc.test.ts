import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@ketenhub/database";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { createProtectedSchema } from "@ketenhub/subgraph";
import { describe, expect, it } from "vitest";
import { roc } from "./roc.ts";

describe("subgraph roc", () => {
  it("has a schema that the protocol covers", async () => {
    const schema = await createProtectedSchema(roc, await readProtocolversies());
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {})).toEqual(
      Object.keys(roc.persoonVanMutatie),
    );
  });

  it("has tables that hold what its entities name", { timeout: 60_000 }, async () => {
    const root = await mkdtemp(join(tmpdir(), "ketenhub-roc-"));
    const { dataSource, stop } = await openDatabase({ kind: "embedded", root }, roc);
    try {
      for (const entity of roc.entities) {
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
