import { dagVan } from "@ketenhub/protocol";
import { type RunningContender, startContender } from "./contenders/start-contender.ts";
import { type Duration, measureWork } from "./load/measure-work.ts";
import { questionersOf } from "./load/questioners-of.ts";
import type { Round } from "./load/run-round.ts";
import type { Groei } from "./report/groei.ts";
import { caseload } from "./work/caseload.ts";
import { dossier } from "./work/dossier.ts";
import type { DatabaseServer } from "./world/database-server.ts";
import { fillWorld } from "./world/fill-world.ts";
import { peopleOf } from "./world/people.ts";

/** How many people there are in the one world and in the other, beside the example population. */
const werelden = [1_000, 100_000] as const;

/** Measures the hub on a small and on a large world, in turn: the same pages and the same dossiers of the people of the small one. */
export async function measureGroei(server: DatabaseServer, duration: Duration): Promise<Groei> {
  const vandaag = dagVan(new Date());
  const running: RunningContender[] = [];
  try {
    for (const nieuwkomers of werelden) {
      const world = `groei${nieuwkomers}`;
      const started = performance.now();
      const places = await fillWorld(server, { world, nieuwkomers, vandaag });
      console.log(`… ${nieuwkomers} nieuwkomers in ${Math.round((performance.now() - started) / 1000)} s`);
      running.push(await startContender("hub", { directory: server.directory, places }));
    }
    const people = peopleOf(vandaag, werelden[0]);
    const measured = new Map<string, readonly (readonly Round[])[]>();
    for (const work of [await caseload(52, people), await dossier(people)]) {
      const [questioners, close] = await questionersOf(running, work, server.directory);
      const rounds = await measureWork(questioners, duration);
      measured.set(
        work.naam,
        rounds.map((one) => one.rounds),
      );
      await close();
    }
    return { vandaag, database: server.naam, duration, werelden, works: measured };
  } finally {
    for (const one of running) await one.stop();
  }
}
