/** That the caller's partij is involved with a person, for a doel and a time. */
export interface Ketenrelatie {
  readonly doel: string;
  /** The employee who does the work, by the `sub` of their token. */
  readonly medewerkerId?: string;
  /** First day, as JJJJ-MM-DD. */
  readonly begindatum: string;
  /** Last day, as JJJJ-MM-DD; absent while no end is agreed. */
  readonly einddatum?: string;
  /** The moment at which it was ended at once, before the last day was over. */
  readonly beeindigdOp?: Date;
}

/** What the gemeente knows about the caller and a person. Empty for a person who does not exist: that must look the same. */
export interface KetenFeiten {
  readonly gemeente?: string;
  /** Of the caller's own partij only. */
  readonly relaties: readonly Ketenrelatie[];
  /** The gegevens for which the person gave consent to the caller's partij. */
  readonly toestemmingen: readonly string[];
  /** The leefgebieden on which the caller's partij has an open task in this person's PIP; a task that is done counts no more. */
  readonly openTaken: readonly string[];
}

/** An open dossier in the register of the bronhouder who decides. */
export interface Dossier {
  /** What the dossier serves. */
  readonly doelen: readonly string[];
  readonly medewerkers: readonly string[];
  readonly gemeente: string;
}

/** What a bronhouder knows from its own register, when the caller is of that same partij. */
export interface RegisterFeiten {
  readonly dossiers: readonly Dossier[];
}

/** What is known about a caller and a person when a decision is made. What is absent is unknown, and unknown is no. */
export interface Feiten {
  readonly persoonId: string;
  /** From the gemeente itself, or from a `toegang` that it signed. */
  readonly keten?: KetenFeiten;
  /** From the register of the bronhouder who decides; only for its own people. */
  readonly register?: RegisterFeiten;
  /** What runs until which day (JJJJ-MM-DD), by name; known only to the bronhouder of it. */
  readonly lopend?: Readonly<Record<string, string | undefined>>;
}

/** The facts about somebody who does not exist, or about whom the gemeente has nothing to say to this caller. */
export function geenFeiten(persoonId: string): Feiten {
  return { persoonId, keten: { relaties: [], toestemmingen: [], openTaken: [] } };
}
