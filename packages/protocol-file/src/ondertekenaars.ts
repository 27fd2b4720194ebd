import type { ProtocolDocument } from "@ketenhub/protocol";

/** The person whom it is about is no organisation that agrees to something. */
const geenOrganisatie = "nieuwkomer";

/** Who must sign a version before it is in force: every organisation that it opens something for, or whose gegevens it opens. */
export function ondertekenaarsVan({ partijen, gegevens, artikelen }: ProtocolDocument): readonly string[] {
  const betrokken = new Set([
    ...artikelen.map(({ partij }) => partij),
    ...gegevens.map(({ bronhouder }) => bronhouder),
  ]);
  return partijen.map(({ id }) => id).filter((id) => betrokken.has(id) && id !== geenOrganisatie);
}
