import { dagVan } from "@ketenhub/protocol";
import { type Contender, contenders } from "./contenders/contenders.ts";
import { type RunningContender, startContender } from "./contenders/start-contender.ts";
import { type Duration, measureWork, type Rounds } from "./load/measure-work.ts";
import { questionersOf } from "./load/questioners-of.ts";
import { requireSameAnswer } from "./load/require-same-answer.ts";
import { works } from "./work/works.ts";
import type { DatabaseServer } from "./world/database-server.ts";
import { fillOneDatabase, oneDatabase } from "./world/fill-one-database.ts";
import { copyWorld, fillWorld, type Places } from "./world/fill-world.ts";
import { peopleOf } from "./world/people.ts";

/** How many people there are beside the example population: enough for pages of 500 in one gemeente. */
export const nieuwkomers = 1200;

/** Measures all works on the hub and everything it is measured against; gives the rounds by the name of the work. */
export async function measureHub(
  server: DatabaseServer,
  duration: Duration,
): Promise<ReadonlyMap<string, Rounds>> {
  const vandaag = dagVan(new Date());
  const running: RunningContender[] = [];
  try {
    for (const [contender, places] of await makeWorlds(server, vandaag)) {
      running.push(await startContender(contender, { directory: server.directory, places }));
    }
    const measured = new Map<string, Rounds>();
    for (const work of await works(peopleOf(vandaag, nieuwkomers))) {
      console.log(`… ${work.naam}`);
      const [questioners, close] = await questionersOf(running, work, server.directory);
      await requireSameAnswer(questioners);
      measured.set(work.naam, await measureWork(questioners, duration));
      await close();
    }
    return measured;
  } finally {
    for (const one of running) await one.stop();
  }
}

// Private: a copy for each, so that what one writes is not there for another.
async function makeWorlds(server: DatabaseServer, vandaag: string): Promise<ReadonlyMap<Contender, Places>> {
  const world = "voorbeeld";
  await fillWorld(server, { world, nieuwkomers, vandaag });
  const worlds = new Map<Contender, Places>();
  for (const contender of contenders) {
    const places =
      contender === "sql"
        ? { [oneDatabase]: await fillOneDatabase(server, { world: contender, nieuwkomers, vandaag }) }
        : await copyWorld(server, world, contender);
    worlds.set(contender, places);
  }
  return worlds;
}
