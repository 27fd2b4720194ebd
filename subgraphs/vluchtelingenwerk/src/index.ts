export { vluchtelingenwerk } from "./vluchtelingenwerk.ts";
