import { readProtocolversies } from "@ketenhub/protocol-file";
import { Pool } from "undici";
import { headersOf } from "../asker.ts";
import type { RunningContender } from "../contenders/start-contender.ts";
import type { Work } from "../work/work.ts";
import { type Questioner, questioner } from "./question.ts";
import { atOnce } from "./run-round.ts";

/** Gets ready to ask each of these one work, with connections of its own; gives also what closes those. */
export async function questionersOf(
  running: readonly RunningContender[],
  work: Work,
  directory: string,
): Promise<readonly [readonly Questioner[], close: () => Promise<unknown>]> {
  const headers = await headersOf(work.asker, directory, (await readProtocolversies()).op(new Date()));
  const pools: Pool[] = [];
  const questioners = running.map((one) => {
    const pool = new Pool(new URL(one.url).origin, { connections: atOnce });
    pools.push(pool);
    return questioner(one, work, pool, headers);
  });
  return [questioners, () => Promise.all(pools.map((pool) => pool.close()))];
}
