import type { Gemeentecode } from "./gemeenten.ts";

/** An employee of a partner: the `sub` of his token, and an invented name. */
export interface Medewerker {
  readonly id: string;
  readonly naam: string;
}

/** Who works with one nieuwkomer. */
export interface Medewerkers {
  readonly regievoerder: Medewerker;
  readonly klantmanager: Medewerker;
  readonly werkcoach: Medewerker;
  readonly participatiecoach: Medewerker | null;
  readonly begeleider: Medewerker;
  readonly trajectbegeleider: Medewerker;
  readonly docent: Medewerker;
  readonly schuldhulpverlener: Medewerker;
}

const telwoorden = ["Een", "Twee", "Drie", "Vier"];

const regievoerders = team("regievoerder", "Regievoerder", 3);
const klantmanagers = team("wpda-klantmanager", "Klantmanager", 2);
const werkcoaches = team("wpda-werkcoach", "Werkcoach", 3);
const participatiecoaches = team("wpda-participatiecoach", "Participatiecoach", 1);
const begeleiders = team("vwn-begeleider", "Begeleider", 4);
const trajectbegeleiders = team("roc-trajectbegeleider", "Trajectbegeleider", 3);
const docenten = team("roc-docent", "Docent", 2);
const schuldhulpverleners = team("gkb", "Schuldhulpverlener", 1);

const regievoerderVan: Record<Gemeentecode, number> = { GM1680: 1, GM0106: 2, GM1730: 3 };

/** The employees who work with the person of this number: caseloads are dealt out in turn, number 1 to the first. */
export function medewerkersVoor(volgnummer: number, gemeente: Gemeentecode): Medewerkers {
  return {
    regievoerder: onTurn(regievoerders, regievoerderVan[gemeente]),
    klantmanager: onTurn(klantmanagers, volgnummer),
    werkcoach: onTurn(werkcoaches, volgnummer),
    participatiecoach: volgnummer % 4 === 0 ? onTurn(participatiecoaches, volgnummer) : null,
    begeleider: onTurn(begeleiders, volgnummer),
    trajectbegeleider: onTurn(trajectbegeleiders, volgnummer),
    docent: onTurn(docenten, volgnummer),
    schuldhulpverlener: onTurn(schuldhulpverleners, volgnummer),
  };
}

type Team = readonly [Medewerker, ...Medewerker[]];

// Private.
function team(functie: string, naam: string, aantal: number): Team {
  const lid = (nummer: number) => ({
    id: `${functie}-${nummer}`,
    naam: `${naam} Voorbeeld-${telwoorden[nummer - 1]}`,
  });
  return [lid(1), ...Array.from({ length: aantal - 1 }, (_, index) => lid(index + 2))];
}

// Private: after the last comes the first.
function onTurn(team: Team, beurt: number): Medewerker {
  return team[(beurt - 1) % team.length] ?? team[0];
}
