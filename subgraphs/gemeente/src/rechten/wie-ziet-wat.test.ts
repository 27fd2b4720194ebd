import { readProtocolFile } from "@ketenhub/protocol-file";
import type { Vraag } from "@ketenhub/subgraph";
import { describe, expect, it } from "vitest";
import type { Context } from "../gemeente.ts";
import { wieZietWatVan } from "./wie-ziet-wat.ts";
import { wieZietWatLoader } from "./wie-ziet-wat-loader.ts";

const protocol = await readProtocolFile();
const moment = new Date("2026-11-10T11:00:00Z");
const relatie = { doel: "reintegratie", begindatum: "2026-03-01", einddatum: null, medewerkerId: null };

/** Asks about p1, with whom these partijen are involved; with the statements that it took. */
async function gevraagd(...partijen: readonly string[]) {
  const statements: unknown[][] = [];
  const query = async (_sql: string, parameters: unknown[]) => {
    statements.push(parameters);
    return partijen.map((partij) => ({
      ...{ id: "p1", partij, gemeente: "GM1680", toestemmingen: [], openTaken: [] },
      relaties: [{ ...relatie, beeindigdOp: null }],
    }));
  };
  const loader = wieZietWatLoader({ protocol, moment, dataSource: { query } } as unknown as Vraag);
  const context = { loaders: { wieZietWat: loader } } as unknown as Context;
  const [inzage] = await Promise.all(
    [1, 2].map(() => wieZietWatVan({ id: "p1", nieuwkomerId: "p1" }, context)),
  );
  if (!inzage) throw new Error("Nothing was answered.");
  return { inzage, statements };
}

/** Every object in a value. */
function* objectsIn(value: unknown): Generator<object> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value;
  for (const part of Object.values(value)) yield* objectsIn(part);
}

describe("wieZietWat", () => {
  it("takes one statement, however many partijen there are and however often it is asked", async () => {
    const { statements } = await gevraagd("wpda", "roc", "gkb");
    const alle = protocol.document.partijen.map(({ id }) => id);
    expect(statements).toEqual([[["p1"], alle, protocol.document.doelen.map(({ id }) => id), moment]]);
  });

  it("is about the person in all its parts, so that every part is decided about him", async () => {
    const { inzage } = await gevraagd("wpda");
    const parts = [...objectsIn(inzage)];
    expect(parts.length).toBeGreaterThan(50);
    expect(parts.filter((part) => !("nieuwkomerId" in part) || part.nieuwkomerId !== "p1")).toEqual([]);
  });

  it("says why and what in plain words", async () => {
    const { inzage } = await gevraagd("wpda");
    expect(inzage.nu.map(({ organisatie }) => organisatie)).toEqual([
      { partij: "wpda", naam: "Werkplein Drentsche Aa", nieuwkomerId: "p1" },
    ]);
    expect(inzage.nu[0]?.doelen).toMatchObject([
      { doel: "reintegratie", waarom: expect.stringMatching(/^Om u te helpen/), sinds: "2026-03-01" },
    ]);
  });

  it("says nothing of somebody who does not exist", async () => {
    const { inzage } = await gevraagd();
    expect(inzage).toMatchObject({ nu: [], misschien: [] });
  });
});
