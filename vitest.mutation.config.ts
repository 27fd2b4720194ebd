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

/** A mutant is dead at the first test that fails: those that read the whole agreement or try many things at random come last. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification) =>
      /fast-check|readProtocol/.test(readFileSync(moduleId, "utf8"));
    return files.toSorted((one, other) => Number(isSlow(one)) - Number(isSlow(other)));
  }
}

/** The tests that must notice when a line of the engine, the capability or the shield changes. */
export default defineConfig({
  resolve: { alias: [hub, graphql] },
  test: {
    name: "mutation",
    sequence: { sequencer: QuickFirst },
    include: ["packages/{protocol,toegang,protocol-shield,annotations}/src/**/*.test.ts"],
  },
});
