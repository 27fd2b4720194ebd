import { type ProtocolDocument, verwerkingsregister } from "@ketenhub/protocol";

/** The register of processing activities (AVG, article 30) that follows from the protocol, as JSON. */
export function verwerkingsregisterDocument(document: ProtocolDocument): string {
  const { protocol, versie, geldigVanaf } = document;
  const register = { protocol, versie, geldigVanaf, verwerkingsactiviteiten: verwerkingsregister(document) };
  return `${JSON.stringify(register, null, 2)}\n`;
}
