import { readProtocolFile } from "@ketenhub/protocol-file";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { describe, expect, it } from "vitest";
import { ask } from "../support/ask.ts";
import { type Beller, bellers } from "../support/callers.ts";
import { nieuwkomerFields } from "../support/nieuwkomer-fields.ts";
import { itInOwnGateway } from "../support/own-gateway-only.ts";

const { regievoerder, werkcoach, beleidsmedewerker } = bellers;
const { id } = bekendePersonen.asielstatushouderB1;
const humanitas = { ...werkcoach, partij: "humanitas", rol: "medewerker", doel: "pip-taak" };
const fg = { ...beleidsmedewerker, rol: "functionaris-gegevensbescherming" };
const nieuwkomer = {
  ...werkcoach,
  partij: "nieuwkomer",
  rol: "nieuwkomer",
  doel: "inzage",
  nieuwkomerId: id,
};

const vraag = `{ mijnRechten { protocolversie geldigVanaf partij rol doel open { ...Op } gesloten { ...Op } } }
  fragment Op on RechtOpGegeven {
    gegeven omschrijving uitleg bronhouder bijzonder lezen { ...Wat } schrijven { ...Wat } }
  fragment Wat on Recht { mag andereDoelen artikelen { artikel tekst voorwaarden grondslag grondslagBijzonder } }`;

interface Recht {
  readonly mag: boolean;
  readonly andereDoelen: readonly string[];
  readonly artikelen: readonly { readonly artikel: string; readonly voorwaarden: readonly string[] }[];
}
interface RechtOpGegeven {
  readonly gegeven: string;
  readonly lezen: Recht;
  readonly schrijven: Recht;
}

/** What a caller may, as the hub says it. */
async function rechtenVan(beller: Beller) {
  const { data, errors } = await ask(beller, vraag);
  expect(errors).toEqual([]);
  const { open, gesloten, ...kop } = data.mijnRechten;
  const alle = new Map<string, RechtOpGegeven>(
    [...open, ...gesloten].map((one: RechtOpGegeven) => [one.gegeven, one]),
  );
  const leesbaar = [...alle.values()].filter(({ lezen }) => lezen.mag).map(({ gegeven }) => gegeven);
  return { kop, alle, leesbaar, gesloten: gesloten.map(({ gegeven }: RechtOpGegeven) => gegeven) };
}

describe("mijnRechten", () => {
  it.each<[string, Beller]>([
    ["a regievoerder", regievoerder],
    ["a werkcoach", werkcoach],
    ["somebody of the outer ring", humanitas],
    ["the nieuwkomer", nieuwkomer],
    ["the functionaris gegevensbescherming", fg],
    ["a beleidsmedewerker", beleidsmedewerker],
  ])("tells %s of every gegeven of the protocol in force whether it is open", async (_wie, beller) => {
    const { document } = await readProtocolFile();
    const { kop, alle, gesloten } = await rechtenVan(beller);
    expect(kop).toEqual({
      protocolversie: document.versie,
      geldigVanaf: document.geldigVanaf,
      partij: beller.partij,
      rol: beller.rol,
      doel: beller.doel,
    });
    expect([...alle.keys()].sort()).toEqual(document.gegevens.map((gegeven) => gegeven.id).sort());
    expect(gesloten.length).toBeGreaterThan(0);
    expect(gesloten.length).toBeLessThan(alle.size);
  });

  it("names the articles, their conditions in words and their grondslag", async () => {
    const { alle } = await rechtenVan(werkcoach);
    expect(alle.get("belastbaarheid")?.lezen).toMatchObject({
      mag: true,
      artikelen: [
        {
          artikel: "2.5",
          tekst: expect.stringContaining("hoeveel hij aankan"),
          voorwaarden: [
            expect.stringContaining("ketenrelatie"),
            expect.stringContaining("deze medewerker"),
            expect.stringContaining("gemeente"),
          ],
          grondslag: expect.arrayContaining(["Participatiewet artikel 67a"]),
        },
      ],
    });
    expect(alle.get("uitkering")?.lezen.artikelen.map(({ artikel }) => artikel)).toEqual(["2.6", "2.7"]);
  });

  it("names, of what is closed, the doelen for which the same rol has it", async () => {
    const voorPip = await rechtenVan({ ...regievoerder, doel: "pip" });
    const bsn = { mag: false, artikelen: [], andereDoelen: ["regie"] };
    expect(voorPip.alle.get("bsn")).toMatchObject({ lezen: bsn, schrijven: { andereDoelen: [] } });
    const { alle } = await rechtenVan(werkcoach);
    expect(alle.get("bsn")?.lezen).toEqual({ mag: false, artikelen: [], andereDoelen: [] });
  });

  it("tells the functionaris gegevensbescherming that he reads the log and no gegevens", async () => {
    const { leesbaar } = await rechtenVan(fg);
    expect(leesbaar.sort()).toEqual(["cijfers", "logboek", "nieuwkomer"]);
  });

  it("says nothing about anybody: for who has no people at all it is the same", async () => {
    const zonder = { ...werkcoach, medewerker: "niemand", gemeenten: [] };
    expect(await rechtenVan(zonder)).toEqual(await rechtenVan(werkcoach));
  });

  itInOwnGateway("is not for who has no agreed doel", async () => {
    const { status, errors } = await ask({ ...werkcoach, doel: "bijstand" }, vraag);
    expect({ status, code: errors[0]?.extensions.code }).toEqual({
      status: 403,
      code: "DOEL_NIET_TOEGESTAAN",
    });
  });
});

describe("what mijnRechten says", async () => {
  const fields = await nieuwkomerFields();
  const alles = `query ($id: ID!) { nieuwkomer(id: $id) { ${fields.map(({ selectie }) => selectie).join(" ")} } }`;

  it.each<[string, Beller]>([
    ["a regievoerder", regievoerder],
    ["a werkcoach", werkcoach],
    ["the nieuwkomer", nieuwkomer],
  ])("is what %s gets who asks everything of somebody he works with", async (_wie, beller) => {
    const { leesbaar } = await rechtenVan(beller);
    const { data, errors } = await ask(beller, alles, { id });
    expect(data.nieuwkomer).not.toBeNull();
    const refused = errors.map(({ path = [] }) => String(path[1])).sort();
    const said = fields
      .filter(({ gegevens }) => !gegevens.every((gegeven) => leesbaar.includes(gegeven)))
      .map(({ naam }) => naam);
    expect(refused).toEqual(said.sort());
    expect(fields.length - said.length).toBeGreaterThan(10);
  });
});
