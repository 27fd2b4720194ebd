import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// A mutant is made in a copy of the repository: what imports a package of the hub must get the copy too.
const hub = {
  find: /^@ketenhub\/(.+)$/,
  replacement: fileURLToPath(new URL("packages/$1/src/index.ts", import.meta.url)),
};
const graphql = { find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve("graphql")) };

/** A mutant is dead at the first test that fails: the file's own tests come first, those that read the whole agreement last. */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const own = (this.ctx.config.related ?? []).map((mutated) => mutated.replace(/\.ts$/, ".test.ts"));
    const distance = ({ moduleId }: TestSpecification) => {
      if (own.some((path) => path.endsWith(moduleId))) return 0;
      return readFileSync(moduleId, "utf8").includes("readProtocol") ? 2 : 1;
    };
    return files.toSorted((one, other) => distance(one) - distance(other));
  }
}

/**
 * The tests that must notice when a line of the engine, the capability or the shield changes. Those that try things at random are
 * left out: what only they notice is noticed on one day and not on the next.
 */
export default defineConfig({
  resolve: { alias: [hub, graphql] },
  test: {
    name: "mutation",
    sequence: { sequencer: NearestFirst },
    include: ["packages/{protocol,toegang,protocol-shield,annotations}/src/**/*.test.ts"],
    exclude: ["**/*-properties.test.ts"],
  },
});
