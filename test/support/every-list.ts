import { type Beller, bellers } from "./callers.ts";

const { regievoerder, klantmanager, werkcoach, begeleider, trajectbegeleider } = bellers;
const other = (partij: string, rol: string, doel: string, medewerker = `${partij}-1`): Beller => ({
  ...regievoerder,
  ...{ partij, rol, doel, medewerker },
});
const docent = other("roc", "docent", "voortgang", "roc-docent-1");
const humanitas = other("humanitas", "medewerker", "pip-taak");
/** The nieuwkomer himself, but for who he is. */
export const zelf = other("nieuwkomer", "nieuwkomer", "inzage");
/** One for each set of conditions under which the protocol lets somebody know people. */
export const knowers: readonly Beller[] = [
  ...[regievoerder, klantmanager, werkcoach, docent, humanitas],
  other("gkb", "schuldhulpverlener", "schuldhulp"),
  other("sociaal-team", "medewerker", "pip-taak"),
  zelf,
];
/** The list of nieuwkomers with every filter and every order of the schema, as arguments after `first`. */
export const listArguments = [
  "",
  ', filter: { gemeente: "GM1680" }',
  ", filter: { regime: WI2021 }",
  ", filter: { regime: WI2013 }",
  ", filter: { leerroute: Z_ROUTE }",
  ', filter: { gemeente: "GM1680", regime: WI2021, leerroute: B1_ROUTE }',
  ", orderBy: { naam: OPLOPEND }",
  ", orderBy: { naam: AFLOPEND }",
  ", orderBy: { eindeTermijn: OPLOPEND }",
  ", orderBy: { eindeTermijn: AFLOPEND }",
];
/** Every list of an own register, for who reads it. */
export const registers = [
  { beller: klantmanager, list: "mijnKlanten" },
  { beller: werkcoach, list: "mijnKlanten" },
  { beller: begeleider, list: "mijnBegeleidingen" },
  { beller: trajectbegeleider, list: "mijnInschrijvingen" },
  { beller: docent, list: "mijnInschrijvingen" },
  { beller: regievoerder, list: "mijnTaken" },
  { beller: humanitas, list: "mijnTaken" },
] as const;
