import { coverage, inputs, protocol } from "./agreed.ts";

const dicht = "closed on purpose, for everybody (bewustDicht): no bronhouder keeps it in this hub";
const nogNiet = "agreed, but its bronhouder does not keep it in this hub yet";

/** The gegevens that no field or input bears, each with the reason. Who gives one a field takes it from this list. */
export const zonderVeld: Readonly<Record<string, string>> = {
  aandachtspunten: dicht,
  schulden: dicht,
  verzuimreden: dicht,
  leerbaarheidstoets: nogNiet,
  intake: nogNiet,
  voorinburgering: nogNiet,
  gezondheid: nogNiet,
  belastbaarheid: nogNiet,
  "zelfredzaamheid-financien": nogNiet,
  "zelfredzaamheid-zorg": nogNiet,
  "zelfredzaamheid-samenleving": nogNiet,
  "zelfredzaamheid-werk": nogNiet,
  "zelfredzaamheid-ontmoeten": nogNiet,
  gespreksverslagen: nogNiet,
  map: nogNiet,
  "participatie-uren": nogNiet,
  boete: nogNiet,
  logboek: nogNiet,
  "cijfers-ongemaskeerd": "says how a figure is shown, which the matrix looks at, and is no figure itself",
};

/** The gegevens that no field bears and that have no reason for it, and the reasons that are of no use any more. */
export function zonderVeldKloptNiet(): readonly string[] {
  const metVeld = new Set([...coverage.values(), ...inputs.values()].flat().map(({ gegeven }) => gegeven));
  const zonder = [...protocol.gegevens].filter((gegeven) => !metVeld.has(gegeven));
  const vergeten = zonder.filter((gegeven) => !Object.hasOwn(zonderVeld, gegeven));
  const verouderd = Object.keys(zonderVeld).filter((gegeven) => !zonder.includes(gegeven));
  return [
    ...vergeten.map((gegeven) => `${gegeven} has no field, and no reason why`),
    ...verouderd.map((gegeven) => `${gegeven} has a field, or is no gegeven any more`),
  ];
}
