export { issueToegang, toegangUitgever, type Uitgever } from "./issue-toegang.ts";
export { readSleutels, type Sleutel } from "./sleutels.ts";
export type { Beller, Toegang } from "./toegang.ts";
export { toegangLezer, type Verwachting, verifyToegang } from "./verify-toegang.ts";
