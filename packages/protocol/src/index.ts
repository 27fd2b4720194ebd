export type { Actie, Afnemer, Beslissing, Reden, Verzoek } from "./beslissing.ts";
export { afspraakSleutel, type CompiledProtocol, compileProtocol } from "./compile.ts";
export { dagVan } from "./dag.ts";
export { decide } from "./decide.ts";
export { type ProtocolDocument, ProtocolDocumentSchema, type Voorwaarde } from "./document.ts";
export {
  type Dossier,
  type Feiten,
  geenFeiten,
  type KetenFeiten,
  type Ketenrelatie,
  type RegisterFeiten,
} from "./feiten.ts";
export { OngeldigProtocol, parseProtocol } from "./parse-protocol.ts";
export { scopeOf } from "./scope.ts";
export { GeenGeldigProtocol, type Protocolversies, versiesVan } from "./versies.ts";
export { geldt } from "./voorwaarden/betrokken.ts";
