export { roc } from "./roc.ts";
