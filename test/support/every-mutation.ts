import { randomUUID } from "node:crypto";
import type { Answer } from "./ask.ts";
import { type Beller, bellers } from "./callers.ts";

type Ask = (beller: Beller, query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>;

const { regievoerder, werkcoach, begeleider, trajectbegeleider } = bellers;
const humanitas: Beller = {
  ...regievoerder,
  partij: "humanitas",
  rol: "medewerker",
  medewerker: "humanitas-1",
  doel: "pip-taak",
};

/** Carries out each mutation once, on the first person who comes for it. */
export async function carryOutEveryMutation(ask: Ask): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const mutate = async (beller: Beller, naam: string, velden: string, input: object) => {
    const type = `${naam.charAt(0).toUpperCase()}${naam.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${naam}(input: $input) { ${velden} } }`;
    const answer = await ask(beller, query, { input: { ...input, idempotentieSleutel: randomUUID() } });
    answers.push(answer);
    return answer.data?.[naam];
  };
  // biome-ignore lint/suspicious/noExplicitAny: the query says what comes.
  const nodes = async (beller: Beller, list: string, velden: string): Promise<any[]> => {
    const { data } = await ask(beller, `{ ${list}(first: 50) { edges { node { ${velden} } } } }`);
    return data[list].edges.map(({ node }: { node: unknown }) => node);
  };

  const people = await nodes(
    regievoerder,
    "nieuwkomers",
    "id pip { id } betrokkenen { id partij doel versie }",
  );
  const { id: nieuwkomerId } = people.find(({ pip }) => pip);
  const taak = { nieuwkomerId, partij: "impuls", leefgebied: "WERK", omschrijving: "Zoekt een plek." };
  const given = await mutate(regievoerder, "kenTaakToe", "taak { id versie }", taak);
  const { id: taakId, versie } = given.taak;
  await mutate(regievoerder, "trekTaakIn", "taak { id }", { taakId, versie });
  const [own] = await nodes(humanitas, "mijnTaken", "id versie");
  const melding = { taakId: own.id, versie: own.versie, status: "BEZIG" };
  await mutate(humanitas, "meldVoortgang", "taak { id }", melding);

  const vrij = people.find(({ betrokkenen }) => !betrokkenen.some(({ partij }: Beller) => partij === "roc"));
  const relatie = { nieuwkomerId: vrij.id, partij: "roc", doel: "taalaanbod" };
  const started = await mutate(regievoerder, "startKetenrelatie", "ketenrelatie { id versie }", relatie);
  const einde = { ketenrelatieId: started.ketenrelatie.id, versie: started.ketenrelatie.versie };
  await mutate(regievoerder, "beeindigKetenrelatie", "ketenrelatie { id }", einde);

  const mag = { nieuwkomerId, partij: "humanitas", gegeven: "contacttaal", wijze: "MONDELING" };
  const { toestemming } = await mutate(regievoerder, "geefToestemming", "toestemming { versie }", mag);
  const niet = { ...mag, versie: toestemming.versie };
  await mutate(regievoerder, "trekToestemmingIn", "toestemming { versie }", niet);

  const [klant] = await nodes(werkcoach, "mijnKlanten", "begindatum nieuwkomer { id }");
  const stage = {
    nieuwkomerId: klant.nieuwkomer.id,
    soort: "STAGE",
    datumStart: klant.begindatum,
    urenPerWeek: 16,
  };
  await mutate(werkcoach, "registreerReintegratievoorziening", "reintegratievoorziening { id }", stage);
  const { pvt } = (await nodes(begeleider, "mijnBegeleidingen", "pvt { id startdatum }")).find(
    (one) => one.pvt,
  );
  const bijeenkomst = { pvtId: pvt.id, datum: pvt.startdatum, uren: 3, aanwezig: true };
  await mutate(begeleider, "registreerPvtBijeenkomst", "pvt { id gevolgdeUren }", bijeenkomst);
  const [{ id: inschrijvingId, startdatum }] = await nodes(
    trajectbegeleider,
    "mijnInschrijvingen",
    "id startdatum",
  );
  const les = { inschrijvingId, datum: startdatum, uren: 3, aanwezigheid: "AANWEZIG" };
  await mutate(trajectbegeleider, "registreerLesaanwezigheid", "inschrijving { id }", les);
  return answers;
}
