import { dagVan } from "@ketenhub/protocol";
import { type Held, startContender } from "./contenders/start-contender.ts";
import { questionersOf } from "./load/questioners-of.ts";
import { runRound } from "./load/run-round.ts";
import { nieuwkomers } from "./measure-hub.ts";
import type { Duur } from "./report/duur.ts";
import { works } from "./work/works.ts";
import type { DatabaseServer } from "./world/database-server.ts";
import { fillWorld } from "./world/fill-world.ts";
import { peopleOf } from "./world/people.ts";

/** How long each kind of question is asked before the next, in milliseconds. */
const turn = 2_000;

/** Asks the hub everything in turn for so many minutes, and looks after each round what it holds on to. */
export async function measureDuur(server: DatabaseServer, minuten: number): Promise<Duur> {
  const vandaag = dagVan(new Date());
  const places = await fillWorld(server, { world: "duur", nieuwkomers, vandaag });
  const hub = await startContender("hub", { directory: server.directory, places });
  const closing: (() => Promise<unknown>)[] = [];
  try {
    const questioners = [];
    for (const work of await works(peopleOf(vandaag, nieuwkomers))) {
      const [asking, close] = await questionersOf([hub], work, server.directory);
      questioners.push(...asking);
      closing.push(close);
    }
    const held: Held[] = [];
    let asked = 0;
    const until = performance.now() + minuten * 60_000;
    while (performance.now() < until) {
      for (const questioner of questioners) asked += (await runRound(questioner, turn)).latencies.count;
      held.push(await hub.held());
    }
    return { vandaag, database: server.naam, minuten, asked, held };
  } finally {
    for (const close of closing) await close();
    await hub.stop();
  }
}
