import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";

interface Entry {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(await readFile(new URL("../../package-lock.json", import.meta.url), "utf8"));
const packages: Readonly<Record<string, Entry>> = lock.packages;

describe("package-lock.json", () => {
  it("has an entry for every optional package, or npm ci refuses it (repair: npm run lock)", () => {
    const missing = Object.entries(packages).flatMap(([where, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`node_modules/${name}`] && !packages[`${where}/node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  it("holds no address of a registry, so that it can be installed from any", () => {
    const addresses = Object.values(packages).map((entry) => (entry as { resolved?: string }).resolved ?? "");
    expect(addresses.filter((address) => address.includes("://"))).toEqual([]);
  });
});
