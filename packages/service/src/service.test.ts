import { afterEach, describe, expect, it } from "vitest";
import { createFarewell, createHttp, drain, serveHealth } from "./index.ts";

const lines: string[] = [];
const http = createHttp({
  naam: "proef",
  logLevel: "info",
  logStream: { write: (line) => lines.push(line) },
});
const states = { nodig: true, anders: true };
const asked: string[] = [];
const dependency = (naam: keyof typeof states, required: boolean) => ({
  naam,
  required,
  async isReady() {
    asked.push(naam);
    if (!states[naam]) throw new Error("connect ECONNREFUSED 10.0.0.5:5432");
    return true;
  },
});
const farewell = createFarewell(http, 0);
serveHealth(http, [dependency("nodig", true), dependency("anders", false)], farewell.isLeaving);
http.get("/log", (request) => {
  request.log.info("asked");
  return {};
});
const get = (url: string, headers: Record<string, string> = {}) =>
  http.inject({ method: "GET", url, headers });
const forgotten = () => new Promise((resolve) => setTimeout(resolve, 1_100));

afterEach(() => {
  Object.assign(states, { nodig: true, anders: true });
  asked.length = 0;
});

describe("an answer", () => {
  it("carries the id under which its request stands in the log", async () => {
    const { headers } = await get("/log");
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ name: "proef", reqId: headers["x-request-id"] });
  });

  it("keeps the id that another part of the hub gave, and no other text", async () => {
    const inner = createHttp({ naam: "proef", logLevel: "silent", isInner: true });
    inner.get("/log", () => ({}));
    const idOf = async (given: string) =>
      (await inner.inject({ method: "GET", url: "/log", headers: { "x-request-id": given } })).headers[
        "x-request-id"
      ];
    const id = "0b8ab1e5-4f0a-4b8e-9d0c-6c5f9a1d2e3f";
    expect(await idOf(id)).toBe(id);
    expect(await idOf("bsn 999990019")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("has no id that a stranger chose", async () => {
    const id = "99990009-2000-4000-8000-999900092000";
    expect((await get("/log", { "x-request-id": id })).headers["x-request-id"]).not.toBe(id);
    expect(lines.join("")).not.toContain(id);
  });
});

describe("the health of a part", () => {
  it("is ready while nothing is missing that it needs, and says what else is missing", async () => {
    states.anders = false;
    const { statusCode, body } = await get("/readyz");
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toEqual({
      status: "ready",
      dependencies: { nodig: "ready", anders: "unreachable" },
    });
    await forgotten();
  });

  it("is not ready without what it needs, does not say why, and is alive all the same", async () => {
    states.nodig = false;
    const { statusCode, body } = await get("/readyz");
    expect(statusCode).toBe(503);
    expect(JSON.parse(body)).toEqual({
      status: "unready",
      dependencies: { nodig: "unreachable", anders: "ready" },
    });
    expect((await get("/healthz")).statusCode).toBe(200);
    await forgotten();
  });

  it("is asked of what it depends on once a second, however often somebody asks", async () => {
    await Promise.all(Array.from({ length: 50 }, () => get("/readyz")));
    expect(asked).toEqual(["nodig", "anders"]);
    await forgotten();
  });
});

describe("a part that leaves", () => {
  it("still answers, says on /readyz that it leaves, and that the connection ends", async () => {
    expect((await get("/log")).headers.connection).not.toBe("close");
    await farewell.leave();
    const { statusCode, headers, body } = await get("/readyz");
    expect([statusCode, headers.connection, JSON.parse(body).status]).toEqual([503, "close", "leaving"]);
    const { statusCode: answered, headers: last } = await get("/log");
    expect([answered, last.connection]).toEqual([200, "close"]);
  });
});

describe("a part that closes its door", () => {
  async function answerWhile(patience: number, takes: number) {
    const closing = createHttp({ naam: "proef", logLevel: "silent" });
    const leaving = createFarewell(closing, 0);
    let isInside = () => {};
    const inside = new Promise<void>((resolve) => {
      isInside = resolve;
    });
    closing.get("/", async () => {
      isInside();
      await new Promise((resolve) => setTimeout(resolve, takes));
      return "klaar";
    });
    const answer = fetch(await closing.listen({ port: 0, host: "127.0.0.1" })).then(
      (response) => response.text(),
      () => "verloren",
    );
    await inside;
    await leaving.leave();
    await drain(closing, patience);
    return answer;
  }

  it("answers who is inside", async () => {
    expect(await answerWhile(5_000, 300)).toBe("klaar");
  });

  it("waits for nobody longer than an answer may take", async () => {
    expect(await answerWhile(200, 2_000)).toBe("verloren");
  });
});
