export {
  type DevelopmentIssuer,
  type DevelopmentIssuerConfig,
  openDevelopmentIssuer,
  type TokenRequest,
} from "./development-issuer.ts";
export { protocolInForce } from "./protocol-in-force.ts";
export { type Caller, type CallerHeaders, readCaller } from "./read-caller.ts";
export { readDoel } from "./read-doel.ts";
export type { TokenClaims } from "./token-claims.ts";
export { TokenNotJudged } from "./token-not-judged.ts";
export { createTokenVerifier, type IdentityConfig, type TokenVerifier } from "./token-verifier.ts";
