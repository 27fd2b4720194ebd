import type { TestProject } from "vitest/node";
import { startGatewayBefore } from "./start-gateway-before.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The hub of the tests through a gateway that takes questions of any size: a test of everything asks everything at once. */
    wideGateway: string;
  }
}

/** Starts that gateway; here and not in the test, so that what it answers is kept and searched like everything else. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { subgraphs, directory } = project.getProvidedContext().hub;
  const limits = { tokens: 1e6, depth: 1e3, aliases: 1e6, rootFields: 1e6, nodes: 1e6, cost: 1e9 };
  const gateway = await startGatewayBefore(subgraphs, directory, { limits });
  project.provide("wideGateway", gateway.url);
  return () => gateway.stop();
}
