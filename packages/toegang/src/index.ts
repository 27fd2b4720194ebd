export { issueToegang } from "./issue-toegang.ts";
export { readSleutels, type Sleutel } from "./sleutels.ts";
export type { Beller, Toegang } from "./toegang.ts";
export { type Verwachting, verifyToegang } from "./verify-toegang.ts";
