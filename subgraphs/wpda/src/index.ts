export { wpda } from "./wpda.ts";
