import type { Protocolversies } from "@ketenhub/protocol";
import { noOperations, type Operations } from "./choose-operation.ts";
import type { OperationsConfig } from "./operations-config.ts";
import { readRegisteredOperations } from "./registered-operations.ts";

/** What the partijen of the protocol registered. */
export async function openOperations(
  config: OperationsConfig | undefined,
  { alle }: Protocolversies,
): Promise<Operations> {
  if (!config) return noOperations;
  const partijen = new Set(alle.flatMap(({ document }) => document.partijen.map(({ id }) => id)));
  return { mode: config.mode, registered: await readRegisteredOperations(config.directory, partijen) };
}
