/**
 * Measures the hub beside what one would pick instead, and what protection costs, on a world of its own.
 *
 *   npm run bench                 all of it, in some eight minutes; writes docs/snelheid.md
 *   npm run bench -- --kort       the same with few and short rounds; writes nothing
 *   npm run bench -- --groei      what a hundred times as many people do to it; writes that part of docs/snelheid.md
 *   npm run bench -- --duur 10    whether it holds on to memory, in ten minutes; writes that part of docs/snelheid.md
 *
 * Fails when a contender does not answer as the others do, when protection costs more than was promised, or when memory grows.
 */
import { parseArgs } from "node:util";
import { dagVan } from "@ketenhub/protocol";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { installPeers } from "./contenders/install-peers.ts";
import type { Duration } from "./load/measure-work.ts";
import { measureDecide } from "./measure-decide.ts";
import { measureDuur } from "./measure-duur.ts";
import { measureGroei } from "./measure-groei.ts";
import { measureHub, nieuwkomers } from "./measure-hub.ts";
import { writeApart, writeVergelijking } from "./report/document.ts";
import { duurText, isFlat } from "./report/duur.ts";
import { groeiText } from "./report/groei.ts";
import { doelenOf, type Measured, vergelijking } from "./report/vergelijking.ts";
import { openDatabaseServer } from "./world/database-server.ts";

// The gateway's library reports usage to its maker unless told not to.
process.env["APOLLO_TELEMETRY_DISABLED"] = "true";

const kort: Duration = { rounds: 3, warmingUp: 1000, milliseconds: 500 };
const lang: Duration = { rounds: 7, warmingUp: 5000, milliseconds: 1500 };

const { values } = parseArgs({
  options: { kort: { type: "boolean" }, groei: { type: "boolean" }, duur: { type: "string" } },
});
const server = await openDatabaseServer();
console.log(`Databases: ${server.naam}`);
try {
  if (values.duur) await reportDuur(Number(values.duur));
  else if (values.groei) await reportGroei();
  else await reportHub(values.kort ? kort : lang);
} finally {
  await server.stop();
}

// Private.
async function reportHub(duration: Duration): Promise<void> {
  const statisch = measureDecide((await readProtocolversies()).op(new Date())).static;
  await installPeers();
  const measured: Measured = {
    vandaag: dagVan(new Date()),
    database: server.naam,
    nieuwkomers,
    duration,
    statisch,
    works: await measureHub(server, duration),
  };
  const text = vergelijking(measured);
  console.log(text);
  // So few and short rounds say whether it works, not how fast it is.
  if (values.kort) return;
  await writeVergelijking(text);
  if (doelenOf(measured).beloofd.some(({ isGehaald }) => !isGehaald)) process.exitCode = 1;
}

async function reportGroei(): Promise<void> {
  if (server.isEmbedded) {
    console.log("Growth is measured on a PostgreSQL server only, and none is installed.");
    return;
  }
  const text = groeiText(await measureGroei(server, values.kort ? kort : lang));
  console.log(text);
  if (!values.kort) await writeApart("Groei", text);
}

async function reportDuur(minuten: number): Promise<void> {
  if (!(minuten > 0)) throw new Error("How many minutes? For instance: npm run bench -- --duur 10");
  const duur = await measureDuur(server, minuten);
  const text = duurText(duur);
  console.log(text);
  await writeApart("Duur", text);
  if (!isFlat(duur)) process.exitCode = 1;
}
