import { isDeepStrictEqual } from "node:util";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { readCaseload } from "../support/read-caseload.ts";
import { mintToken, regievoerder } from "./asker.ts";
import { type HubProcess, startHubPair } from "./hub-pair.ts";
import { type Spread, spreadOf } from "./spread.ts";

/** What one way of answering took. */
export interface Way {
  readonly perSecond: Spread;
  /** Milliseconds of processor time for one answer, in all parts of the hub together. */
  readonly cpu: Spread;
}

/** The same answers with all protection and without any. */
export interface CaseloadResult {
  readonly on: Way;
  readonly off: Way;
  /** The part of the throughput that protection costs, round by round. */
  readonly cost: Spread;
  /** The part of the processor time that protection costs: the throughput that it would cost on a busy machine. */
  readonly cpuCost: Spread;
}

const rounds = 24;
const requestsPerRound = 32;
const warmingUp = 240;
const atOnce = 4;

/** Asks both hubs in turn, round by round, so that what else the machine does falls on both. */
export async function measureCaseload(): Promise<CaseloadResult> {
  const pair = await startHubPair();
  try {
    const body = await caseload();
    const token = await mintToken(pair.directory, (await readProtocolversies()).op(new Date()));
    const headers = {
      "content-type": "application/json",
      authorization: `Bearer ${token}`,
      doel: regievoerder.doel,
    };
    const ask = ({ url }: HubProcess) => askOnce(url, { method: "POST", headers, body });
    await requireSameAnswer(await ask(pair.on), await ask(pair.off));
    await run(() => ask(pair.off), warmingUp);
    await run(() => ask(pair.on), warmingUp);
    const on: Round[] = [];
    const off: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      off.push(await measureRound(pair.off, ask));
      on.push(await measureRound(pair.on, ask));
    }
    return resultOf(on, off);
  } finally {
    await pair.stop();
  }
}

// Private.
interface Round {
  readonly perSecond: number;
  readonly cpu: number;
}

async function caseload(): Promise<string> {
  return JSON.stringify({ query: await readCaseload(), variables: { gemeente: "GM1680", first: 52 } });
}

async function askOnce(url: string, request: RequestInit): Promise<string> {
  const response = await fetch(url, request);
  return response.text();
}

/** Protection that withholds something, or an open hub that finds other people, would not be the same work. */
async function requireSameAnswer(on: string, off: string): Promise<void> {
  const answer = JSON.parse(on);
  if (answer.data?.nieuwkomers?.edges?.length !== 52 || !isDeepStrictEqual(answer, JSON.parse(off))) {
    throw new Error(`The two hubs do not give the same answer:\n${on.slice(0, 500)}\n${off.slice(0, 500)}`);
  }
}

async function measureRound(hub: HubProcess, ask: (hub: HubProcess) => Promise<unknown>): Promise<Round> {
  const cpuBefore = await hub.cpuTime();
  const before = performance.now();
  await run(() => ask(hub), requestsPerRound);
  const seconds = (performance.now() - before) / 1000;
  const cpu = ((await hub.cpuTime()) - cpuBefore) / requestsPerRound;
  return { perSecond: requestsPerRound / seconds, cpu };
}

async function run(ask: () => Promise<unknown>, times: number): Promise<void> {
  let left = times;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await ask();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

function resultOf(on: readonly Round[], off: readonly Round[]): CaseloadResult {
  const way = (all: readonly Round[]): Way => ({
    perSecond: spreadOf(all.map(({ perSecond }) => perSecond)),
    cpu: spreadOf(all.map(({ cpu }) => cpu)),
  });
  const pairs = on.flatMap((one, index) => {
    const other = off[index];
    return other ? [[one, other] as const] : [];
  });
  return {
    on: way(on),
    off: way(off),
    cost: spreadOf(pairs.map(([one, other]) => 1 - one.perSecond / other.perSecond)),
    cpuCost: spreadOf(pairs.map(([one, other]) => 1 - other.cpu / one.cpu)),
  };
}
