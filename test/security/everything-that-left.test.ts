import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { describe, expect, inject, it } from "vitest";
import { ask } from "../support/ask.ts";
import { type Beller, bellers, tokenFor } from "../support/callers.ts";
import { logsFile } from "../support/hub-setup.ts";
import type { Exchange } from "../support/leaks/exchange.ts";
import { type AnyRow, madePopulation } from "../support/leaks/population.ts";
import { exchangesFile, traceFile } from "../support/leaks/record-exchanges.ts";
import { linesOf, searchRun } from "../support/leaks/search-run.ts";
import { createSearcher } from "../support/leaks/searcher.ts";

const { regievoerder, klantmanager, begeleider } = bellers;
const { directory } = inject("hub");
const population = madePopulation((await readFile(join(directory, "voorbeelddata-van.txt"), "utf8")).trim());
const documents = (await readProtocolversies()).alle.map(({ document }) => document);
const searcher = createSearcher(population, documents);

const { id } = bekendePersonen.asielstatushouderB1;
const of = (table: string, column: string, is: (row: AnyRow) => boolean = () => true): string => {
  const row = population[table]?.find(
    (one) => (one["nieuwkomer_id"] ?? one["id"]) === id && one[column] !== null && is(one),
  );
  if (!row) throw new Error(`The example person has no ${table}.${column}.`);
  return String(row[column]);
};
const bsn = of("nieuwkomer", "bsn");
const bedrag = of("uitkering", "bedrag_in_centen");
const zorg = of("doel", "omschrijving", ({ leefgebied }) => leefgebied === "ZORG");
const notitie = of("begeleiding", "notitie");

/** What a caller got, as the hub keeps it. */
const got = async (beller: Beller, answered: string, change: Partial<Exchange> = {}): Promise<Exchange> => ({
  port: 4000,
  door: "POST /graphql",
  authorization: `Bearer ${await tokenFor(beller)}`,
  doel: beller.doel,
  headers: [],
  asked: '{"query":"{ x }"}',
  status: 200,
  head: "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n",
  answered,
  ...change,
});
const soorten = async (...args: Parameters<typeof got>) =>
  searcher.inExchange(await got(...args)).map(({ soort }) => soort);

describe("the search of everything that left", () => {
  it.each<[string, string, string]>([
    ["a BSN in data", "bsn", `{"data":{"x":[{"contacttaal":"${bsn}"}]}}`],
    ["a BSN in an error", "bsn", `{"errors":[{"message":"Key (bsn)=(${bsn}) already exists"}]}`],
    ["a BSN within a text", "bsn", `{"data":{"x":"nummer ${bsn}, en verder"}}`],
    ["a BSN in a cursor", "bsn", `{"data":{"x":"${Buffer.from(`["a","${bsn}"]`).toString("base64url")}"}}`],
    ["an amount under another name", "bedrag", `{"data":{"x":{"aantal":${bedrag}}}}`],
    ["an amount as a text", "bedrag", `{"data":{"x":"${bedrag}"}}`],
    ["what the plan says of health", "tekst", `{"data":{"x":"${zorg}"}}`],
    ["the code of a ground of health", "code", '{"data":{"x":[{"grond":"MED"}]}}'],
    ["what was written by somebody", "tekst", `{"data":{"x":"(${of("taak", "voortgangsnotitie")})"}}`],
    ["a telephone number", "contact", `{"data":{"x":"tel:${of("nieuwkomer", "telefoonnummer")}"}}`],
  ])("finds for who may not have it: %s", async (_what, soort, answered) => {
    expect(await soorten({ ...begeleider, gemeenten: ["GM0106"] }, answered)).toEqual([soort]);
  });

  it("finds it in a header, in a log, and in what nobody was let in for", async () => {
    expect(await soorten(begeleider, "{}", { head: `HTTP/1.1 200 OK\r\nx-nummer: ${bsn}\r\n\r\n` })).toEqual([
      "bsn",
    ]);
    const refused = await got(regievoerder, `{"errors":[{"message":"${bsn}"}]}`, { status: 401 });
    expect(searcher.inExchange(refused)).toHaveLength(1);
    const { authorization: _token, ...nobody } = await got(regievoerder, bsn);
    expect(searcher.inExchange(nobody)).toHaveLength(1);
    for (const line of [
      `{"level":50,"msg":"${bsn}"}`,
      `{"level":20,"bedrag":${bedrag}}`,
      `{"msg":"x ${notitie} y"}`,
    ]) {
      expect(searcher.inLogLine(line)).toHaveLength(1);
    }
  });

  it("lets pass what who got it may have: by rol, by doel, by gemeente and by involvement", async () => {
    const answered = `{"data":{"x":"${bsn}"}}`;
    expect(await soorten(regievoerder, answered)).toEqual([]);
    expect(await soorten({ ...regievoerder, doel: "pip" }, answered)).toEqual(["bsn"]);
    expect(await soorten({ ...regievoerder, gemeenten: ["GM0106"] }, answered)).toEqual(["bsn"]);
    expect(await soorten(klantmanager, answered)).toEqual([]);
    const stranger = population["nieuwkomer"]?.find((row) => row["id"] === bekendePersonen.alleenGemeente.id);
    expect(await soorten(klantmanager, `{"data":{"x":"${stranger?.["bsn"]}"}}`)).toEqual(["bsn"]);
    expect(await soorten(klantmanager, `{"data":{"x":${bedrag}}}`)).toEqual([]);
    expect(await soorten(begeleider, `{"data":{"x":"${notitie}"}}`)).toEqual([]);
  });

  it("lets pass what nobody's is: the schema, a number in HTTP, and what the caller himself sent", async () => {
    expect(await soorten(begeleider, '{"data":{"__type":{"enumValues":[{"name":"MED"}]}}}')).toEqual([]);
    expect(
      await soorten(begeleider, "{}", { head: `HTTP/1.1 200 OK\r\ncontent-length: ${bedrag}\r\n` }),
    ).toEqual([]);
    expect(searcher.inLogLine(`{"level":30,"time":1,"pid":${bedrag},"msg":"x"}`)).toEqual([]);
    const echo = await got(begeleider, `{"errors":[{"message":"kreeg ${bsn}"}]}`, {
      asked: `{"id":"${bsn}"}`,
    });
    expect(searcher.inExchange(echo)).toEqual([]);
  });

  it("looks for more than two thousand values of this population", () => {
    expect(searcher.values).toBeGreaterThan(2_000);
  });
});

describe("the end of a run", () => {
  it("is a failure when one answer or one line held what it may not, and says so without the value", async () => {
    const folder = await mkdtemp(join(tmpdir(), "ketenhub-uitwisselingen-"));
    const [exchanges, logs] = [join(folder, "alle.jsonl"), join(folder, "logboek.jsonl")];
    await writeFile(exchanges, `${JSON.stringify(await got(regievoerder, `{"data":"${bsn}"}`))}\n`);
    await expect(searchRun(searcher, exchanges, logs)).resolves.toBeUndefined();
    await appendFile(exchanges, `${JSON.stringify(await got(begeleider, `{"data":"${bsn}"}`))}\n`);
    await writeFile(logs, `{"msg":"${zorg}"}\n`);
    const error: Error = await searchRun(searcher, exchanges, logs).then(
      () => new Error("nothing found"),
      (thrown: Error) => thrown,
    );
    expect(error.message).toMatch(/2 kinds[\s\S]*vluchtelingenwerk begeleider[\s\S]*the log/);
    expect(error.message.replace(/"asked": .*/g, "")).not.toContain(bsn);
    await rm(folder, { recursive: true });
  });
});

describe("what is kept of a run", () => {
  it("is every answer of the hub, and every answer of a bronhouder behind it", async () => {
    const trace = "abcdefabcdef4abc8abcabcdefabcdef";
    const headers = { traceparent: `00-${trace}-abcdefabcdefabcd-01` };
    const answer = await ask(
      klantmanager,
      `{ nieuwkomer(id: "${id}") { bsn uitkeringen { bedragInCenten } } }`,
      {},
      { headers },
    );
    const kept = (await readFile(traceFile(directory, trace), "utf8")).trimEnd().split("\n");
    const exchanges = kept.map((line): Exchange => JSON.parse(line));
    expect(exchanges.map(({ answered }) => answered)).toContain(answer.text);
    expect(new Set(exchanges.map(({ port }) => port)).size).toBe(3);
    for (const exchange of exchanges) expect(searcher.inExchange(exchange)).toEqual([]);
    const other = `Bearer ${await tokenFor(begeleider)}`;
    const leaked = exchanges.map((one) =>
      searcher.inExchange({ ...one, authorization: other, doel: begeleider.doel }),
    );
    expect(
      leaked
        .flat()
        .map(({ soort }) => soort)
        .sort(),
    ).toEqual(["bedrag", "bedrag", "bsn", "bsn"]);
    const all = [];
    for await (const line of linesOf(exchangesFile(directory))) all.push(line);
    expect(all).toEqual(expect.arrayContaining(kept));
  });

  it("is what every part of the hub logs", async () => {
    const names = new Set(
      (await readFile(logsFile(directory), "utf8"))
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).name),
    );
    expect([...names].sort()).toEqual(["gateway", "gemeente", "roc", "vluchtelingenwerk", "wpda"]);
  });
});
