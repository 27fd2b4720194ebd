import type { Pool } from "undici";
import type { Contender } from "../contenders/contenders.ts";
import type { RunningContender } from "../contenders/start-contender.ts";
import type { Asking, Work } from "../work/work.ts";

/** Asks one contender one work. */
export interface Questioner {
  readonly contender: Contender;
  readonly work: Work;
  readonly usage: RunningContender["usage"];
  /** Asks once, as one of the workers; gives the answer as it came. Throws when there is an error in it. */
  ask(worker: number): Promise<string>;
}

/** Gets ready to ask a contender this work, over these connections. */
export function questioner(
  { contender, url, usage }: RunningContender,
  work: Work,
  pool: Pool,
  headers: Readonly<Record<string, string>>,
): Questioner {
  const asking = work.begin();
  const path = contender === "sql" ? work.path : new URL(url).pathname;
  const all = { "content-type": "application/json", accept: "application/json", ...headers };
  return {
    contender,
    work,
    usage,
    async ask(worker) {
      const { statusCode, body } = await pool.request({
        method: "POST",
        path,
        headers: all,
        body: bodyOf(contender, work, asking, worker),
      });
      const text = await body.text();
      if (statusCode !== 200 || text.includes('"errors":[')) {
        throw new Error(`${contender} answers ${work.naam} with ${statusCode}: ${text.slice(-1500)}`);
      }
      asking.heard(worker);
      return text;
    },
  };
}

// Private.
function bodyOf(contender: Contender, { query }: Work, asking: Asking, worker: number): string {
  const variables = asking.next(worker);
  return JSON.stringify(contender === "sql" ? variables : { query, variables });
}
