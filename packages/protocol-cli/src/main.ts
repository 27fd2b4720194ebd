/**
 * The protocol for people, at a terminal.
 *
 *   npm run -s protocol -- explain --partij wpda --rol werkcoach --doel reintegratie --veld Uitkering.bedragInCenten
 *   npm run -s protocol -- --help
 */
import { voerUit } from "./commandos.ts";

try {
  console.log(await voerUit(process.argv.slice(2)));
} catch (error) {
  console.error(`protocol: ${(error as Error).message}`);
  process.exitCode = 1;
}
