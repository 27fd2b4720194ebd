import { geldt, type KetenFeiten, type Ketenrelatie, type Peil } from "@ketenhub/protocol";

/** What a bronhouder weighs, and for whom. */
export interface Weging {
  /** The names of the conditions on which its decisions about this caller and doel can depend. */
  readonly weegt: ReadonlySet<string>;
  /** For which gemeenten the caller works. */
  readonly gemeenten: readonly string[];
  readonly peil: Peil;
}

/**
 * Of what the gemeente knows, only what can make a difference to a decision of this bronhouder, said so that those about whom
 * everything is decided alike cannot be told apart by it: whether a person lives where the caller works and not where, that a
 * ketenrelatie counts today and not since when, and whose it is only where that is weighed (AVG, article 5(1)(c)).
 */
export function nodigeFeiten(feiten: KetenFeiten, { weegt, gemeenten, peil }: Weging): KetenFeiten {
  const { gemeente, toestemmingen, openTaken } = feiten;
  const livesThere = weegt.has("eigen-gemeente") && gemeenten.some((own) => own === gemeente);
  const [own] = livesThere ? gemeenten : [];
  const weegtCaseload = weegt.has("eigen-caseload");
  const relaties = weegtCaseload || weegt.has("betrokken") ? feiten.relaties : [];
  return {
    ...(own === undefined ? {} : { gemeente: own }),
    relaties: relaties
      .filter((relatie) => geldt(relatie, peil))
      .map((relatie) => nodigeRelatie(relatie, peil.dag, weegtCaseload)),
    toestemmingen: weegt.has("toestemming") ? toestemmingen : [],
    openTaken: weegt.has("eigen-taak") ? openTaken : [],
  };
}

// Private: the last day goes along: the bronhouder itself says whether it is over, and whether there is a naloop.
function nodigeRelatie(
  { doel, einddatum, medewerkerId }: Ketenrelatie,
  dag: string,
  metMedewerker: boolean,
): Ketenrelatie {
  return {
    doel,
    begindatum: einddatum !== undefined && einddatum < dag ? einddatum : dag,
    ...(einddatum === undefined ? {} : { einddatum }),
    ...(metMedewerker && medewerkerId !== undefined ? { medewerkerId } : {}),
  };
}
