import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Node gives everybody graphql's CommonJS entry; Vite would give our own source the ES module one, a second copy.
const graphql = { find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve("graphql")) };

const shared = {
  resolve: { alias: [graphql], conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"], externalConditions: ["source"] } },
};

/** The modules of the hub take longer to load than most tests take to run: the files share them. */
const isolate = false;

export default defineConfig({
  test: {
    // One worker for every core: left to itself it keeps one core free, which on two is half of them.
    maxWorkers: "100%",
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          isolate,
          include: [
            "packages/*/src/**/*.test.ts",
            "subgraphs/*/src/**/*.test.ts",
            "gateway/src/**/*.test.ts",
          ],
        },
      },
      {
        ...shared,
        test: {
          name: "contract",
          isolate,
          include: ["test/contract/**/*.test.ts", "test/architecture/**/*.test.ts"],
        },
      },
      {
        ...shared,
        // What needs a hub of its own: a clock, a protocol, an identity provider or a process that the others do not have.
        test: {
          name: "own-hub",
          isolate,
          include: ["test/own-hub/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: "e2e",
          isolate,
          globalSetup: "test/support/hub-setup.ts",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...shared,
        // Every attack and the whole matrix, against a hub of their own: run by npm run test:security, and by npm run check.
        test: {
          name: "security",
          isolate,
          globalSetup: ["test/support/hub-setup.ts", "test/support/wide-gateway-setup.ts"],
          include: ["test/security/**/*.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...shared,
        // The same tests with another federation engine in the place of the gateway: run by npm run test:engine.
        test: {
          name: "engine",
          isolate,
          globalSetup: ["test/support/hub-setup.ts", "test/support/hive-setup.ts"],
          // Not what is about the gateway itself: who it lets in, how it plans, and what it does when a part fails.
          include: [
            "caseload",
            "cijfers",
            "ketenrelatie",
            "mijn-rechten",
            "mutaties",
            "own-register",
            "taken",
            "toestemming",
            "wie-ziet-wat",
          ].map((name) => `test/e2e/${name}.test.ts`),
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
        // What needs a Redis: run by npm run test:redis.
        test: {
          name: "redis",
          include: ["test/redis/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "browser",
          isolate,
          globalSetup: "test/support/hub-setup.ts",
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 90_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
