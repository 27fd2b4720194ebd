import { z } from "zod";
import { type Limits, limits } from "./limits.ts";

const most = (agreed: number) => z.coerce.number().int().min(1).max(10_000_000).default(agreed);

/** How large a question may be, as it stands in the environment. */
export const limitsEnvironment = {
  /** Words and signs of a question. */
  LIMIT_TOKENS: most(limits.tokens),
  /** Levels of a question. */
  LIMIT_DEPTH: most(limits.depth),
  /** Fields under a name of the caller's own. */
  LIMIT_ALIASES: most(limits.aliases),
  /** Fields at the root. */
  LIMIT_ROOT_FIELDS: most(limits.rootFields),
  /** Places in a question, each fragment counted wherever it is spread. */
  LIMIT_NODES: most(limits.nodes),
  /** Objects that an answer may hold, as estimated. */
  LIMIT_OBJECTS: most(limits.cost),
} as const;

/** The limits that the environment gives. */
export function limitsOf(env: z.infer<z.ZodObject<typeof limitsEnvironment>>): Limits {
  return {
    tokens: env.LIMIT_TOKENS,
    depth: env.LIMIT_DEPTH,
    aliases: env.LIMIT_ALIASES,
    rootFields: env.LIMIT_ROOT_FIELDS,
    nodes: env.LIMIT_NODES,
    cost: env.LIMIT_OBJECTS,
  };
}
