import type { Dag } from "./dagen.ts";

/** From when to when something ran. Without `einde` it runs today; with it, it ended before today. */
export interface Looptijd {
  readonly begin: Dag;
  readonly einde: Dag | null;
}

/** Something of so many days, cut off at `uiterlijk`; `null` if it has not begun today, or never will. */
export function looptijd(begin: Dag, dagen: number, vandaag: Dag, uiterlijk: Dag | null): Looptijd | null {
  if (begin >= vandaag || (uiterlijk !== null && begin >= uiterlijk)) return null;
  const einde = Math.min(begin + dagen, uiterlijk ?? vandaag);
  return { begin, einde: einde < vandaag ? einde : null };
}

/** Whether it runs today. */
export function loopt(looptijd: Looptijd | null): boolean {
  return looptijd !== null && looptijd.einde === null;
}
