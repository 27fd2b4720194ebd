// Names that nobody bears: test words for voornamen, "Voorbeeld-" and a tree or bird for geslachtsnamen.

const voornamen = [
  ...["Testa", "Probo", "Fictia", "Modelo", "Exempla", "Schetso", "Oefina", "Verzono", "Stapela", "Patrono"],
  ...["Kopia", "Simulo", "Formula", "Blanko", "Plana", "Mockino", "Dummia", "Monstera", "Toetsa", "Proefo"],
];

const bomen = [
  ...["Appelboom", "Berkenblad", "Beukennoot", "Eikeltje", "Elzenprop", "Essentak", "Hazelaar", "Hulstbes"],
  ...["Iepenblad", "Kastanje", "Kersenpit", "Lariks", "Lindebloesem", "Meidoorn", "Notenboom", "Perenboom"],
  ...["Populier", "Pruimelaar", "Sparappel", "Taxus", "Vlierbes", "Wilgenteen"],
];

const vogels = [
  ...["Boomklever", "Fazantje", "Fuut", "Grutto", "Huismus", "Ijsvogel", "Kievit", "Koolmees", "Kwikstaart"],
  ...["Lepelaar", "Merel", "Oeverloper", "Ooievaar", "Patrijs", "Pimpelmees", "Roodborst", "Spreeuw"],
  ...["Tureluur", "Winterkoning", "Wulp", "Zanglijster", "Zwaluw"],
];

const geslachtsnamen = [...bomen, ...vogels];

/** A name in the parts of the Basisregistratie Personen. */
export interface Naam {
  readonly voornamen: string | null;
  readonly voorvoegsel: string | null;
  readonly geslachtsnaam: string;
}

/** The name of a person: his own voornamen, and the geslachtsnaam of his household. */
export function naamVan(volgnummer: number, huishouden: number): Naam {
  return {
    // The Basisregistratie Personen knows people without voornamen, so there are some here.
    voornamen: volgnummer % 71 === 70 ? null : pick(voornamen, volgnummer),
    voorvoegsel: huishouden % 6 === 5 ? "van" : null,
    geslachtsnaam: `Voorbeeld-${pick(geslachtsnamen, huishouden * 7)}`,
  };
}

// Private.
function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? "";
}
