export { gemeente } from "./gemeente.ts";
