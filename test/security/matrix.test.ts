import { createHash } from "node:crypto";
import { beforeAll, describe, expect, inject, it } from "vitest";
import type { RowsByBronhouder } from "../support/database-door.ts";
import { coverage, inputs, protocol } from "../support/matrix/agreed.ts";
import { vraagAlles } from "../support/matrix/alle-routes.ts";
import type { Bevindingen } from "../support/matrix/bevindingen.ts";
import { type Bevolking, maakBevolking } from "../support/matrix/bevolking.ts";
import {
  aantalVoorwaarden,
  artikelenZonderOpening,
  delenZonderGeval,
  gegevensZonderGeval,
  nooitGetoond,
  openZonderArtikel,
  rollenZonderGeval,
  voorwaardenZonderGeval,
} from "../support/matrix/dekking.ts";
import { sjablonenUit } from "../support/matrix/sjablonen.ts";
import { bellerBij } from "../support/matrix/toegang-tot-hub.ts";
import { zonderVeldKloptNiet } from "../support/matrix/zonder-veld.ts";
import { databasesBehind } from "../support/through-database-door.ts";

/**
 * The matrix: for every gegeven, partij and rol, doel and condition of the protocol, people are made for whom it holds and for whom
 * it alone does not, and everything in the schema is asked about them by every route there is. What each place in each answer should
 * be is worked out from the rows that make these people and from the protocol, by `decide`, and not by the hub. All of it follows
 * from the protocol document and the composed schema: a new article, field, filter or mutation is in it the day it exists.
 */
const hub = inject("hub");
const databases = databasesBehind(hub.databaseDoor);
const routes = [
  "rechtstreeks",
  "genest",
  "benoemd fragment",
  "inline fragment",
  "lijst, alias",
  "filter",
  "volgorde",
  "argument",
  "cijfers",
  "mutatie",
  "antwoord van een mutatie",
  "_entities",
  "_entities met toegang",
  "_entities zonder toegang",
  "lijst bij de bronhouder",
  "deur",
];

let bevindingen: Bevindingen;
let before: unknown;
let after: unknown;

beforeAll(async () => {
  const bevolking = maakBevolking(sjablonenUit(await databases.read()));
  await databases.insert(bevolking.rijen);
  try {
    before = fingerprintOf(await databases.read());
    bevindingen = await vraagAlles(bevolking, await bellerBij({ ...hub, url: inject("wideGateway") }));
    after = fingerprintOf(await databases.read());
  } finally {
    await databases.remove(bevolking.rijen);
  }
  console.info(tellingVan(bevindingen, bevolking));
}, 280_000);

describe("the matrix of every gegeven, rol, doel and condition", () => {
  it("is decided the same by every route", () => {
    const { afwijkingen } = bevindingen;
    expect(afwijkingen.slice(0, 25), `${afwijkingen.length} places differ`).toEqual([]);
  });

  it("has every route", () => {
    expect([...bevindingen.perRoute.keys()].sort()).toEqual([...routes].sort());
  });

  it("writes nothing by a mutation that is refused or that is not a good order", () => {
    expect(after).toEqual(before);
  });
});

describe("the matrix has a decision", () => {
  it("for every gegeven that has a field, and a reason for every other", () => {
    expect(zonderVeldKloptNiet()).toEqual([]);
    expect(gegevensZonderGeval(bevindingen)).toEqual([]);
  });

  it("for every partij and rol", () => {
    expect(rollenZonderGeval(bevindingen)).toEqual([]);
  });

  it("for every field, argument and input that needs a gegeven", () => {
    expect([coverage.size, inputs.size].every((size) => size > 50)).toBe(true);
    expect(delenZonderGeval(bevindingen)).toEqual([]);
    expect(nooitGetoond(bevindingen)).toEqual([]);
  });

  it("for every condition of every article, where it holds and where it alone does not", () => {
    expect(voorwaardenZonderGeval(bevindingen)).toEqual([]);
  });

  it("that is yes wherever an article holds, and nowhere else", () => {
    expect(artikelenZonderOpening(bevindingen)).toEqual([]);
    expect(openZonderArtikel(bevindingen)).toEqual([]);
  });
});

function tellingVan(
  { beslissingen, operaties, perRoute, perGegeven, perRol, perDeel, perReden }: Bevindingen,
  { personen }: Bevolking,
) {
  const mensen = [...personen.values()].flat().length;
  const van = [
    `${perRoute.size} routes`,
    `${perGegeven.size} gegevens`,
    `${perRol.size} rollen in ${personen.size} doelen`,
    `${perDeel.size} fields and inputs`,
    `${aantalVoorwaarden()} conditions`,
    `${perReden.size} reasons`,
    `${mensen} people`,
  ];
  return `matrix: ${beslissingen} decisions over ${operaties} operations (${van.join(", ")}), protocol ${protocol.versie}`;
}

/** Every table of every bronhouder, as something short to compare. */
function fingerprintOf(rows: RowsByBronhouder): unknown {
  return Object.entries(rows).map(([bronhouder, tabellen]) => [
    bronhouder,
    Object.entries(tabellen).map(([tabel, rijen]) => {
      const lines = rijen.map((rij) => JSON.stringify(rij)).sort();
      return [tabel, rijen.length, createHash("sha256").update(lines.join()).digest("hex")];
    }),
  ]);
}
