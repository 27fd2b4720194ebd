import { Gebruiksfout } from "./gebruiksfout.ts";

interface Commando {
  /** What is typed after the name. */
  readonly opties: string;
  readonly uitleg: string;
  /** Read when it is needed: who validates need not wait for the schema. */
  readonly laad: () => Promise<{ run(args: readonly string[]): Promise<string> }>;
}

const commandos: Readonly<Record<string, Commando>> = {
  explain: {
    opties:
      "--partij P --rol R --doel D (--veld Type.veld … | --gegeven G … [--actie lezen|schrijven]) [--versie V]",
    uitleg: "zegt waarom iets mag of niet mag: welke artikelen, welke voorwaarden, en wie het anders mag",
    laad: () => import("./explain.ts"),
  },
  matrix: {
    opties: "[--partij P] [--rol R] [--gegeven G …] [--versie V]",
    uitleg: "zegt per gegeven wie het mag lezen en schrijven",
    laad: () => import("./matrix.ts"),
  },
  vergelijk: {
    opties: "[oud.yaml nieuw.yaml] [--changelog]",
    uitleg: "zegt wie erbij krijgt en wie verliest; zonder bestanden de nieuwste versie met die ervoor",
    laad: () => import("./vergelijk.ts"),
  },
  valideer: {
    opties: "[--handtekeningen] [--map M] | --bestand F.yaml",
    uitleg:
      "zegt of het protocol kan worden gebruikt en of iedereen heeft ondertekend, en zo niet wat er mis is",
    laad: () => import("./valideer.ts"),
  },
  onderteken: {
    opties:
      "--partij P --sleutel F.geheim.jwk.json [--versie V] [--geldig-tot JJJJ-MM-DD] [--map M] [--intrekken]",
    uitleg: "ondertekent een versie namens een partij, of trekt haar in",
    laad: () => import("./onderteken.ts"),
  },
  sleutel: {
    opties: "--partij P --naar MAP [--map M] | --toon F.jwk.json",
    uitleg: "maakt een sleutel om mee te ondertekenen, of zegt het kenmerk van een openbare sleutel",
    laad: () => import("./sleutel.ts"),
  },
};

/** Carries out what was typed after `npm run -s protocol --`; gives what is to be printed. */
export async function voerUit(args: readonly string[]): Promise<string> {
  const [naam = "--help", ...rest] = args;
  if (naam === "--help" || naam === "help") return gebruik();
  const commando = Object.hasOwn(commandos, naam) ? commandos[naam] : undefined;
  if (!commando) throw new Gebruiksfout(`Onbekend commando "${naam}".\n\n${gebruik()}`);
  if (rest.includes("--help")) return gebruikVan(naam, commando);
  try {
    return await (await commando.laad()).run(rest);
  } catch (error) {
    if (!(error instanceof Gebruiksfout)) throw error;
    throw new Gebruiksfout(`${error.message}\n\n${gebruikVan(naam, commando)}`);
  }
}

// Private.
const aanroep = "npm run -s protocol --";

function gebruik(): string {
  const breedte = Math.max(...Object.keys(commandos).map((naam) => naam.length));
  const regels = Object.entries(commandos).map(
    ([naam, { uitleg }]) => `  ${naam.padEnd(breedte)}  ${uitleg}`,
  );
  return [
    `Gebruik: ${aanroep} <commando> [opties]`,
    "",
    ...regels,
    "",
    "Met --help achter een commando: wat erbij hoort.",
  ].join("\n");
}

function gebruikVan(naam: string, { opties, uitleg }: Commando): string {
  return `Gebruik: ${aanroep} ${naam} ${opties}\n  ${uitleg}`;
}
