import { describe, expect, it } from "vitest";
import { maakGrotePopulatie } from "./grote-populatie.ts";
import type { Tabellen, Voorbeeldbevolking } from "./tabellen/register.ts";
import { maakVoorbeeldbevolking } from "./voorbeeldbevolking.ts";

const vandaag = "2026-11-22";

function allIds({ gemeente, wpda, vluchtelingenwerk, roc }: Voorbeeldbevolking): unknown[] {
  return [gemeente, wpda, vluchtelingenwerk, roc].flatMap((tabellen: Tabellen) =>
    Object.values(tabellen).flatMap((rows) => rows.flatMap((row) => row["id"] ?? [])),
  );
}

const nieuwkomerIds = (batches: Iterable<Voorbeeldbevolking>) =>
  [...batches].flatMap(({ gemeente }) => gemeente.nieuwkomer.map(({ id }) => id));

describe("maakGrotePopulatie", () => {
  it("yields exactly so many people, at most two hundred at a time, in the three gemeenten", () => {
    const batches = [...maakGrotePopulatie({ vandaag, nieuwkomers: 545 })];
    expect(batches.map(({ gemeente }) => gemeente.nieuwkomer.length)).toEqual([200, 200, 145]);
    const codes = batches.flatMap(({ gemeente }) => gemeente.nieuwkomer.map((row) => row.gemeente));
    expect(new Set(codes)).toEqual(new Set(["GM0106", "GM1680", "GM1730"]));
  });

  it("makes 5,000 people with unique ids and BSNs in bounded time, holding one batch at a time", () => {
    const ids = new Set(allIds(maakVoorbeeldbevolking({ vandaag })));
    let count = ids.size;
    const bsns: string[] = [];
    const started = performance.now();
    let spent = 0;
    for (const batch of maakGrotePopulatie({ vandaag, nieuwkomers: 5_000 })) {
      const batchIds = allIds(batch);
      count += batchIds.length;
      for (const id of batchIds) ids.add(id);
      bsns.push(...batch.gemeente.nieuwkomer.flatMap(({ bsn }) => bsn ?? []));
      spent = performance.now() - started;
    }
    expect(ids.size).toBe(count);
    expect(new Set(bsns).size).toBe(bsns.length);
    expect(spent).toBeLessThan(10_000);
  });

  it("takes no BSN of the example population", () => {
    const voorbeeld = new Set(maakVoorbeeldbevolking({ vandaag }).gemeente.nieuwkomer.map(({ bsn }) => bsn));
    voorbeeld.delete(null);
    const [batch] = maakGrotePopulatie({ vandaag, nieuwkomers: 1_000 });
    expect(batch?.gemeente.nieuwkomer.some(({ bsn }) => bsn !== null && voorbeeld.has(bsn))).toBe(false);
  });

  it("goes on without BSNs when the test range is used up", () => {
    const [batch] = maakGrotePopulatie({ vandaag, nieuwkomers: 10, vanaf: 1_000_000 });
    expect(batch?.gemeente.nieuwkomer.every(({ bsn }) => bsn === null)).toBe(true);
  });

  it("makes the same people again, also when it starts halfway", () => {
    const whole = nieuwkomerIds(maakGrotePopulatie({ vandaag, nieuwkomers: 3_000 }));
    expect(nieuwkomerIds(maakGrotePopulatie({ vandaag, nieuwkomers: 2_000, vanaf: 1_000 }))).toEqual(
      whole.slice(1_000),
    );
    const [first] = maakGrotePopulatie({ vandaag, nieuwkomers: 1_000 });
    const [again] = maakGrotePopulatie({ vandaag, nieuwkomers: 1_000 });
    expect(again).toEqual(first);
  });

  it("keeps out of the figures of the notitie", () => {
    const [batch] = maakGrotePopulatie({ vandaag, nieuwkomers: 1_000 });
    expect(batch?.gemeente.nieuwkomer.every(({ regime }) => regime === "WI2021")).toBe(true);
    expect(batch?.wpda.uitkering.every(({ ingangsdatum }) => ingangsdatum >= "2022-01-01")).toBe(true);
  });

  it("points from a row only to rows of the same batch", () => {
    for (const batch of maakGrotePopulatie({ vandaag, nieuwkomers: 2_005 })) {
      const ids = new Set(allIds(batch));
      const pointers = [batch.gemeente, batch.wpda, batch.vluchtelingenwerk, batch.roc].flatMap(
        (tabellen: Tabellen) =>
          Object.values(tabellen).flatMap((rows) =>
            rows.flatMap((row) => row["nieuwkomer_id"] ?? row["gezin_id"] ?? []),
          ),
      );
      expect(pointers.filter((id) => !ids.has(id))).toEqual([]);
    }
  });

  it("refuses a number of people that is none", () => {
    expect(() => [...maakGrotePopulatie({ vandaag, nieuwkomers: -1 })]).toThrow("nieuwkomers");
    expect(() => [...maakGrotePopulatie({ vandaag, nieuwkomers: 1, vanaf: 0.5 })]).toThrow("vanaf");
  });
});
