import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DatamapInGebruik, lockDirectory } from "./lock-directory.ts";

let root: string;
let directory: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "ketenhub-lock-"));
  directory = join(root, "gemeente");
});

afterEach(() => rm(root, { recursive: true }));

const leaveLock = (text: string) => writeFile(`${directory}.lock`, text);

/** The id of a process that has ended. */
async function endedProcess(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ["-p", "process.pid"]);
  return stdout.trim();
}

describe("a data directory that is locked", () => {
  it("is refused to another, with who has it and what to do", async () => {
    await leaveLock(String(process.ppid));
    await expect(lockDirectory(directory)).rejects.toThrow(
      new DatamapInGebruik(
        `The data directory ${directory} is in use by process ${process.ppid}. Stop that one first, or set KETENHUB_DIR to another directory.`,
      ),
    );
    expect(await readFile(`${directory}.lock`, "utf8")).toBe(String(process.ppid));
  });

  it("is refused to this same process as well: it has it open already", async () => {
    await lockDirectory(directory);
    await expect(lockDirectory(directory)).rejects.toThrow(DatamapInGebruik);
  });

  it("is free again when it is let go, and leaves nothing behind", async () => {
    const unlock = await lockDirectory(directory);
    expect(await readdir(root)).toEqual(["gemeente.lock"]);
    await unlock();
    expect(await readdir(root)).toEqual([]);
    await (await lockDirectory(directory))();
  });

  it("does not keep another directory from being used", async () => {
    await lockDirectory(directory);
    await expect(lockDirectory(join(root, "wpda"))).resolves.toBeTypeOf("function");
  });
});

describe("a lock that was left behind", () => {
  it("is taken over when its process has ended", async () => {
    await leaveLock(await endedProcess());
    await lockDirectory(directory);
    expect(await readFile(`${directory}.lock`, "utf8")).toBe(String(process.pid));
  });

  it.each(["", "-1", "0", "1.5", "geen getal", "9999999999999999999"])(
    "is taken over when it names no process: %j",
    async (text) => {
      await leaveLock(text);
      await lockDirectory(directory);
      expect(await readFile(`${directory}.lock`, "utf8")).toBe(String(process.pid));
    },
  );

  it("is taken over when it holds our own id, as that of an earlier process in a container does", async () => {
    await leaveLock(String(process.pid));
    await expect(lockDirectory(directory)).resolves.toBeTypeOf("function");
  });

  it("is taken over by exactly one of many who try at once", async () => {
    await leaveLock(await endedProcess());
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(directory)));
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const attempt of attempts) {
      if (attempt.status === "rejected") expect(attempt.reason).toBeInstanceOf(DatamapInGebruik);
    }
  });
});
