import { randomUUID } from "node:crypto";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { describe, expect, it } from "vitest";
import { ask } from "../support/ask.ts";
import { type Beller, bellers } from "../support/callers.ts";
import { nieuwkomerFields } from "../support/nieuwkomer-fields.ts";

const { regievoerder, werkcoach, klantmanager, begeleider, trajectbegeleider } = bellers;
const vraag = `query ($id: ID!) { nieuwkomer(id: $id) { wieZietWat {
  nu { ...Inzage } misschien { ...Inzage } nooitGezondheid { partij naam } } } }
  fragment Inzage on InzageDoorOrganisatie { organisatie { partij naam } doelen { doel waarom sinds
    afspraken { artikel rollen voorwaarden gegevens { gegeven uitleg } } } }`;

interface Inzage {
  readonly organisatie: { readonly partij: string; readonly naam: string };
  readonly doelen: readonly {
    readonly doel: string;
    readonly waarom: string;
    readonly sinds: string | null;
    readonly afspraken: readonly {
      readonly artikel: string;
      readonly rollen: readonly string[];
      readonly voorwaarden: readonly string[];
      readonly gegevens: readonly { readonly gegeven: string; readonly uitleg: string }[];
    }[];
  }[];
}
interface WieZietWat {
  readonly nu: readonly Inzage[];
  readonly misschien: readonly Inzage[];
  readonly nooitGezondheid: readonly { readonly partij: string }[];
}

/** The portal through which a nieuwkomer asks about himself. */
const zelf = (nieuwkomerId: string): Beller => ({
  ...{ partij: "nieuwkomer", rol: "nieuwkomer", doel: "inzage" },
  ...{ medewerker: nieuwkomerId, gemeenten: ["GM1680"], nieuwkomerId },
});

/** Somebody of an organisation that has a task in the plan, and no more than that. */
const medewerkerVan = (partij: string): Beller => ({
  ...werkcoach,
  ...{ partij, rol: "medewerker", doel: "pip-taak", medewerker: `${partij}-1` },
});

async function wieZietWatVan(id: string): Promise<WieZietWat> {
  const { data, errors } = await ask(zelf(id), vraag, { id });
  expect(errors).toEqual([]);
  return data.nieuwkomer.wieZietWat;
}

const partijen = (inzagen: readonly Inzage[]) => inzagen.map(({ organisatie }) => organisatie.partij);
const voorDoel = (inzagen: readonly Inzage[], partij: string, doel: string) =>
  inzagen.find(({ organisatie }) => organisatie.partij === partij)?.doelen.find((one) => one.doel === doel);

describe("what a nieuwkomer reads about who sees what of him", () => {
  const { id } = bekendePersonen.asielstatushouderB1;

  it("names who is involved, why, since when and by which article, in plain words", async () => {
    const { nu } = await wieZietWatVan(id);
    expect(partijen(nu)).toEqual(expect.arrayContaining(["gemeente", "wpda", "vluchtelingenwerk", "roc"]));
    const werk = voorDoel(nu, "wpda", "reintegratie");
    expect(werk).toMatchObject({
      waarom: "Om u te helpen werk te vinden, of om mee te doen.",
      sinds: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(werk?.afspraken.find(({ artikel }) => artikel === "2.1")).toMatchObject({
      rollen: ["werkcoach", "participatiecoach"],
      voorwaarden: [
        "Zolang deze organisatie u hiermee helpt.",
        "Alleen medewerkers die voor uw gemeente werken.",
      ],
      gegevens: expect.arrayContaining([{ gegeven: "naam", uitleg: "Uw naam." }]),
    });
    const eigen = werk?.afspraken.find(({ artikel }) => artikel === "2.5");
    expect(eigen?.voorwaarden).toContain("Alleen de medewerker die u begeleidt.");
  });

  const { metVrijwilliger } = bekendePersonen;
  it.each<[string, Beller, string]>([
    ["a regievoerder", regievoerder, id],
    ["a werkcoach", werkcoach, id],
    ["a klantmanager", klantmanager, id],
    ["a begeleider", begeleider, id],
    ["a trajectbegeleider", trajectbegeleider, id],
    ["somebody of the sociaal team", medewerkerVan("sociaal-team"), id],
    ["somebody of Humanitas", medewerkerVan("humanitas"), metVrijwilliger.id],
  ])("is what really happens when %s asks", async (_wie, beller, over) => {
    const gezien = (voorDoel((await wieZietWatVan(over)).nu, beller.partij, beller.doel)?.afspraken ?? [])
      .filter(({ rollen }) => rollen.includes(beller.rol))
      .flatMap(({ gegevens }) => gegevens.map(({ gegeven }) => gegeven));
    const fields = await nieuwkomerFields();
    const alles = `query ($id: ID!) { nieuwkomer(id: $id) { ${fields.map(({ selectie }) => selectie).join(" ")} } }`;
    const { data, errors } = await ask(beller, alles, { id: over });
    const refused = new Set(errors.map(({ path = [] }) => String(path[1])));
    const open = fields.filter(({ gegevens }) => gegevens.every((gegeven) => gezien.includes(gegeven)));
    expect(data.nieuwkomer).not.toBeNull();
    expect(open.map(({ naam }) => naam)).toEqual(
      fields.map(({ naam }) => naam).filter((naam) => !refused.has(naam)),
    );
    expect(open.length).toBeGreaterThan(1);
  });

  it("names what he himself agreed to, and that he may stop that", async () => {
    const { nu } = await wieZietWatVan(metVrijwilliger.id);
    const afspraken = voorDoel(nu, "humanitas", "pip-taak")?.afspraken ?? [];
    expect(
      afspraken.find(({ gegevens }) => gegevens.some(({ gegeven }) => gegeven === "contact")),
    ).toMatchObject({
      voorwaarden: expect.arrayContaining(["Zolang u het goed vindt. U mag altijd nee zeggen."]),
      // He withdrew his toestemming for the contacttaal.
      gegevens: [{ gegeven: "contact", uitleg: "Uw telefoonnummer en uw e-mailadres." }],
    });
  });

  it("says what depends on what the gemeente does not know", async () => {
    const { nu, misschien } = await wieZietWatVan(bekendePersonen.alleenGemeente.id);
    expect(partijen(nu)).not.toContain("wpda");
    expect(voorDoel(misschien, "wpda", "reintegratie")?.afspraken).toMatchObject([
      {
        artikel: "2.7",
        voorwaarden: [
          "Als deze organisatie zelf een dossier van u heeft.",
          "Alleen medewerkers die voor uw gemeente werken.",
        ],
      },
    ]);
  });

  it("names who never sees anything about health", async () => {
    const { nooitGezondheid } = await wieZietWatVan(id);
    const namen = nooitGezondheid.map(({ partij }) => partij);
    expect(namen).toEqual(expect.arrayContaining(["de-volmacht", "roc", "vluchtelingenwerk"]));
    for (const partij of ["gemeente", "wpda", "duo", "nieuwkomer"]) expect(namen).not.toContain(partij);
  });

  it("is for himself alone", async () => {
    for (const beller of [regievoerder, werkcoach]) {
      const { data, errors } = await ask(beller, vraag, { id });
      expect(data.nieuwkomer).toEqual({ wieZietWat: null });
      expect(errors[0]?.extensions).toMatchObject({ reden: "GEEN_ARTIKEL", gegeven: "zichtbaarheid" });
    }
    const ander = zelf(bekendePersonen.gezinsmigrant.id);
    expect((await ask(ander, vraag, { id })).data.nieuwkomer).toBeNull();
  });
});

describe("an organisation", () => {
  const { id } = bekendePersonen.alleenGemeente;
  const start = `mutation ($input: StartKetenrelatieInput!) {
    startKetenrelatie(input: $input) { ketenrelatie { id begindatum } } }`;
  const beeindig = `mutation ($input: BeeindigKetenrelatieInput!) {
    beeindigKetenrelatie(input: $input) { ketenrelatie { id } } }`;

  it("appears when it becomes involved, and is gone at the next request after that ends", async () => {
    expect(partijen((await wieZietWatVan(id)).nu)).not.toContain("wpda");

    const input = { nieuwkomerId: id, partij: "wpda", doel: "reintegratie" };
    const { data } = await ask(regievoerder, start, {
      input: { ...input, idempotentieSleutel: randomUUID() },
    });
    const { ketenrelatie } = data.startKetenrelatie;
    const lopend = voorDoel((await wieZietWatVan(id)).nu, "wpda", "reintegratie");
    expect(lopend?.sinds).toBe(ketenrelatie.begindatum);
    // Nobody is named in this ketenrelatie, so nobody has him in his caseload.
    expect(lopend?.afspraken.map(({ artikel }) => artikel)).not.toContain("2.5");

    await ask(regievoerder, beeindig, {
      input: { ketenrelatieId: ketenrelatie.id, versie: 1, idempotentieSleutel: randomUUID() },
    });
    expect(partijen((await wieZietWatVan(id)).nu)).not.toContain("wpda");
  });
});
