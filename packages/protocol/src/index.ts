export type { Actie, Afnemer, Beslissing, Reden, Verzoek } from "./beslissing.ts";
export { afspraakSleutel, type CompiledProtocol, compileProtocol } from "./compile.ts";
export { dagVan } from "./dag.ts";
export { decide } from "./decide.ts";
export { type ProtocolDocument, ProtocolDocumentSchema, type Voorwaarde } from "./document.ts";
export { explain, type GegevenUitleg, type OpenendArtikel, type Uitleg } from "./explain.ts";
export {
  type Dossier,
  type Feiten,
  geenFeiten,
  type KetenFeiten,
  type Ketenrelatie,
  type RegisterFeiten,
} from "./feiten.ts";
export { geldt, type Peil, peilVan, toegangTot } from "./ketenrelatie.ts";
export { type MatrixRegel, type MatrixRij, matrix } from "./matrix.ts";
export { openlijkePartijen } from "./openlijke-partijen.ts";
export { OngeldigProtocol, type ParseOptions, parseProtocol } from "./parse-protocol.ts";
export { plaatsIn } from "./plaats.ts";
export { type Profiel, type Recht, type RechtOpGegeven, rechtenVan } from "./rechten.ts";
export { gewogenBij, gewogenVoorwaarden, scopeOf } from "./scope.ts";
export { uitlegVan, uitlegVoorwaarden } from "./uitleg-voorwaarden.ts";
export { vergelijk } from "./vergelijk.ts";
export { type VergelijkingInWoorden, vergelijkingInWoorden } from "./vergelijking-in-woorden.ts";
export { GeenGeldigProtocol, OngeldigeVersies, type Protocolversies, versiesVan } from "./versies.ts";
export { verwerkingsregister } from "./verwerkingsregister.ts";
export { inWoorden, schrijfwijze, voorwaardenInWoorden } from "./voorwaarden-in-woorden.ts";
export { type InzageDoorPartij, type WieZietWat, wieZietWat } from "./wie-ziet-wat.ts";
