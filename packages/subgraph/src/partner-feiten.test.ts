import type { Dossier } from "@ketenhub/protocol";
import { describe, expect, it } from "vitest";
import type { Vraag } from "./context.ts";
import { type EigenRegister, partnerFeiten } from "./partner-feiten.ts";

const an = "00000000-0000-4000-8000-000000000001";
const bo = "00000000-0000-4000-8000-000000000002";
const keten = { gemeente: "GM1680", relaties: [], toestemmingen: [], openTaken: [] };
const dossier: Dossier = { doelen: ["bijstand"], medewerkers: [], gemeente: "GM1680" };

/** The facts by which wpda decides for a caller, and how often its register was asked about whom. */
function feitenFor(
  partij: string,
  bedorven: readonly string[] = [],
  withLopend = true,
  gewogen: readonly string[] = ["lopend"],
) {
  const asked: string[] = [];
  const register: EigenRegister = {
    async dossiers(_vraag, ids) {
      asked.push(`dossiers ${ids.length}`);
      return new Map([[an, [dossier]]]);
    },
    ...(withLopend
      ? {
          async lopend(_vraag: Vraag, ids: readonly string[]) {
            asked.push(`lopend ${ids.length}`);
            return new Map([[an, { ontzorgen: "2026-06-30" }]]);
          },
        }
      : {}),
  };
  const vraag = {
    caller: { afnemer: { partij } },
    gewogen: new Set(gewogen),
    toegangen: {
      add: () => {},
      feitenVan: (id: string) => (id === an ? keten : undefined),
      isBedorven: (id: string) => bedorven.includes(id),
    },
  } as unknown as Vraag;
  const feitenVanAllen = partnerFeiten("wpda", register)(vraag);
  return { feitenVan: async (id: string) => (await feitenVanAllen([id]))[0], feitenVanAllen, asked };
}

describe("the facts with which a partner decides", () => {
  it("are, for its own people, what the gemeente proved and what stands in its register", async () => {
    const { feitenVan } = feitenFor("wpda");
    expect(await feitenVan(an)).toEqual({
      persoonId: an,
      keten,
      register: { dossiers: [dossier] },
      lopend: { ontzorgen: "2026-06-30" },
    });
    expect(await feitenVan(bo)).toEqual({ persoonId: bo, register: { dossiers: [] }, lopend: {} });
  });

  it("are for others never what stands in its register", async () => {
    const { feitenVan, asked } = feitenFor("gkb");
    expect(await feitenVan(an)).toEqual({ persoonId: an, keten, lopend: { ontzorgen: "2026-06-30" } });
    expect(asked).toEqual(["lopend 1"]);
  });

  it("are loaded for many persons at once", async () => {
    const { feitenVanAllen, asked } = feitenFor("wpda");
    expect((await feitenVanAllen([bo, an])).map(({ persoonId }) => persoonId)).toEqual([bo, an]);
    expect(asked).toEqual(["dossiers 2", "lopend 2"]);
  });

  it("are none for whom a false proof came, also for its own people, and nothing is loaded", async () => {
    const { feitenVan, asked } = feitenFor("wpda", [an]);
    expect(await feitenVan(an)).toEqual({ persoonId: an });
    expect(asked).toEqual([]);
  });

  it("are none for what is no keten-id, and nothing is loaded", async () => {
    const { feitenVan, asked } = feitenFor("wpda");
    for (const id of ["", "1", an.toUpperCase().replace("4000", "4AAA"), `${an} `, "' OR 1=1"]) {
      expect(await feitenVan(id)).toEqual({ persoonId: id });
    }
    expect(asked).toEqual([]);
  });

  it("say nothing of what runs, and do not look it up, when no condition of the caller weighs it", async () => {
    const { feitenVan, asked } = feitenFor("gkb", [], true, ["betrokken"]);
    expect(await feitenVan(an)).toEqual({ persoonId: an, keten });
    expect(asked).toEqual([]);
  });

  it("are none for whom a false proof came, and the rest for the others", async () => {
    const { feitenVanAllen, asked } = feitenFor("wpda", [an]);
    expect(await feitenVanAllen([an, bo])).toEqual([
      { persoonId: an },
      { persoonId: bo, register: { dossiers: [] }, lopend: {} },
    ]);
    expect(asked).toEqual(["dossiers 1", "lopend 1"]);
  });

  it("say nothing of what runs when the partner keeps nothing that runs", async () => {
    const { feitenVan } = feitenFor("wpda", [], false);
    expect(await feitenVan(bo)).toEqual({ persoonId: bo, register: { dossiers: [] } });
  });
});
