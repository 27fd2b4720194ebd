import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Node gives everybody graphql's CommonJS entry; Vite would give our own source the ES module one, a second copy.
const graphql = { find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve("graphql")) };

const shared = {
  resolve: { alias: [graphql], conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"], externalConditions: ["source"] } },
};

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          // The modules of the hub take longer to load than most of these tests take to run.
          isolate: false,
          include: [
            "packages/*/src/**/*.test.ts",
            "subgraphs/*/src/**/*.test.ts",
            "gateway/src/**/*.test.ts",
          ],
        },
      },
      {
        ...shared,
        test: { name: "contract", include: ["test/contract/**/*.test.ts", "test/architecture/**/*.test.ts"] },
      },
      {
        ...shared,
        // What needs a hub of its own: a clock, a protocol, an identity provider or a process that the others do not have.
        test: {
          name: "own-hub",
          include: ["test/own-hub/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: "e2e",
          // The files follow each other on one hub, and share the modules.
          isolate: false,
          globalSetup: "test/support/hub-setup.ts",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        ...shared,
        // Every attack and the whole matrix, against a hub of their own: run by npm run test:security, and by npm run check.
        test: {
          name: "security",
          globalSetup: "test/support/hub-setup.ts",
          include: ["test/security/**/*.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        ...shared,
        // What needs a PostgreSQL server: run by npm run test:postgres.
        test: { name: "postgres", include: ["test/postgres/**/*.test.ts"] },
      },
      {
        ...shared,
        test: {
          name: "browser",
          globalSetup: "test/support/hub-setup.ts",
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 90_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
