/**
 * Prints the schema that a partij, rol and doel can ever see, as SDL: for partners who generate code from it.
 *
 *   npm run -s schema -- --partij roc --rol trajectbegeleider --doel taalaanbod > ketenhub.graphql
 */
import { readAudienceSchemas } from "@ketenhub/gateway";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { print } from "graphql";
import { readAudienceArguments } from "./audience-arguments.ts";

try {
  const now = new Date();
  const protocollen = await readProtocolversies();
  const protocol = protocollen.op(now);
  const { partij, rol, doel } = readAudienceArguments(process.argv.slice(2), protocol);
  const afnemer = { partij, rol, medewerkerId: "", gemeenten: [] };
  const schemaFor = await readAudienceSchemas(protocollen);
  process.stdout.write(`${print(schemaFor({ protocol, afnemer, doel, moment: now }))}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
