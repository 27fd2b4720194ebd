import { contenders, uitleg } from "../contenders/contenders.ts";
import type { Duration, Rounds } from "../load/measure-work.ts";
import { atOnce } from "../load/run-round.ts";
import type { Spread } from "../load/spread.ts";
import { machine } from "./document.ts";
import { bescherming, type Doel, naastAnderen } from "./doelen.ts";
import { figuresOf, type Ratios, ratiosOf } from "./figures.ts";
import { doelenTable, figuresTable, ratiosTable } from "./tables.ts";

/** All that one run of the bench measured. */
export interface Measured {
  readonly vandaag: string;
  readonly database: string;
  readonly nieuwkomers: number;
  readonly duration: Duration;
  /** Nanoseconds of a decision without a person. */
  readonly statisch: Spread;
  readonly works: ReadonlyMap<string, Rounds>;
}

/** What was promised about protection, and what was aimed at beside others. */
export function doelenOf({ statisch, works }: Measured): {
  readonly beloofd: readonly Doel[];
  readonly beoogd: readonly Doel[];
} {
  const ratios = ratiosByWork(works);
  return { beloofd: bescherming(statisch, ratios), beoogd: naastAnderen(ratios) };
}

/** The report as a document. */
export function vergelijking(measured: Measured): string {
  const { vandaag, database, nieuwkomers, duration, works } = measured;
  const { beloofd, beoogd } = doelenOf(measured);
  const ratios = ratiosByWork(works);
  const parts = [...works].map(
    ([work, rounds]) =>
      `### ${work[0]?.toUpperCase()}${work.slice(1)}\n\n${figuresTable(figuresOf(rounds))}\n\n${ratiosTable(ratios.get(work) ?? [])}`,
  );
  return `# Hoe snel de hub is

Gemaakt door \`npm run bench\`; wie dat draait, meet het op zijn eigen machine en schrijft dit document opnieuw. \`npm run bench -- --kort\`
laat in twee minuten zien of alles het doet, en schrijft niets. Getallen van de ene machine zeggen weinig over een andere: vergelijk
verhoudingen.

Gemeten op ${vandaag}: ${machine(database)}

## Wat er gemeten is

Dezelfde vragen over dezelfde ${nieuwkomers.toLocaleString("nl-NL")} verzonnen mensen, elk over een eigen kopie van de gegevens, aan:

${contenders.map((contender) => `- **${uitleg[contender].naam}**: ${uitleg[contender].wat};`).join("\n")}

Elk is één proces, met \`NODE_ENV=production\`, en met zijn vier subgraphs daarin. Zij draaien om en om, ronde na ronde: ${duration.rounds} rondes van
${(duration.milliseconds / 1000).toLocaleString("nl-NL")} seconde, met ${atOnce} vragen tegelijk, na ${duration.warmingUp / 1000} seconden warmdraaien. Vooraf wordt nagegaan dat zij op dezelfde vraag hetzelfde antwoorden. Elke vraag is
een andere dan die ervoor (een andere persoon, een andere bladzijde). Drie getallen naast elkaar zijn het minste, het middelste en het
meeste van de rondes. CPU en geheugen zijn van dat ene proces${database.startsWith("PostgreSQL") ? ", dus zonder PostgreSQL zelf" : ", dus met de database erin"}; het geheugen is het hoogste dat in een ronde gezien is.

## Doelen

Beloofd; \`npm run bench\` eindigt met een fout als dit niet klopt:

${doelenTable(beloofd)}

Beoogd, met alle bescherming aan naast anderen zonder enige bescherming:

${doelenTable(beoogd)}

## Metingen

${parts.join("\n\n")}
`;
}

// Private.
function ratiosByWork(works: ReadonlyMap<string, Rounds>): ReadonlyMap<string, readonly Ratios[]> {
  return new Map([...works].map(([work, rounds]) => [work, ratiosOf(rounds)]));
}
