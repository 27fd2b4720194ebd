import { z } from "zod";
import type { OperationsConfig } from "./operations-config.ts";

/** Which questions were registered, and whether others are answered, as it stands in the environment. */
export const operationsEnvironment = {
  /** A folder with a manifest of registered operations for each partij: `<partij>.json`. */
  OPERATIONS_DIRECTORY: z.string().min(1).optional(),
  /** Whether only what was registered is answered (`safelist`), or anything (`open`). */
  OPERATIONS_MODE: z.enum(["open", "safelist"]).default("open"),
} as const;

type Env = z.infer<z.ZodObject<typeof operationsEnvironment>>;

/** A safelist of nothing would answer nobody. */
export function requireManifests({ OPERATIONS_DIRECTORY, OPERATIONS_MODE }: Env, context: z.RefinementCtx) {
  if (OPERATIONS_MODE === "open" || OPERATIONS_DIRECTORY !== undefined) return;
  const message = "Expected a folder of manifests, for OPERATIONS_MODE is safelist";
  context.addIssue({ code: "custom", path: ["OPERATIONS_DIRECTORY"], message });
}

/** What the environment says of registered operations, if anything. */
export function operationsOf({ OPERATIONS_DIRECTORY, OPERATIONS_MODE }: Env): OperationsConfig | undefined {
  if (OPERATIONS_DIRECTORY === undefined) return undefined;
  return { directory: OPERATIONS_DIRECTORY, mode: OPERATIONS_MODE };
}
