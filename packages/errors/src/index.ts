export { type EnvironmentIssue, environmentError } from "./environment-error.ts";
export { type ErrorCode, errorCodes } from "./error-codes.ts";
export {
  Bedrijfsregel,
  BronhouderOnbereikbaar,
  DoelNietToegestaan,
  DoelOnbekend,
  DoelVereist,
  Geweigerd,
  OngeldigeInvoer,
  ProtocolNietGeldig,
  TeVeelVragen,
  Unauthenticated,
  Versieconflict,
  VraagOnbekend,
  VraagTeGroot,
  type Weigering,
} from "./errors.ts";
export { HubError, type HubErrorOptions } from "./hub-error.ts";
export { type LoggedError, toLoggedError } from "./log-error.ts";
export { createMaskError, type ReportError, requestCodes } from "./mask-error.ts";
