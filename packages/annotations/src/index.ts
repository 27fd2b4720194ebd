export { tagsOf } from "./annotations.ts";
export { type Coverage, OngedekteSchemadelen, readCoverage } from "./coverage.ts";
export { type GegevenVerwijzing, unique } from "./gegeven-verwijzing.ts";
export { readInputs } from "./inputs.ts";
export { usedInputs } from "./used-inputs.ts";
