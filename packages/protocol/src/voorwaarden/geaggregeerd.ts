import type { Toets } from "./toets.ts";

/** It is a figure about many, never a fact about one. */
export const geaggregeerd: Toets = ({ persoon }) => (persoon === "geaggregeerd" ? undefined : "GEEN_ARTIKEL");
