/**
 * Prints a token of the development issuer, and nothing else, so that it fits in `$(…)`.
 *
 *   npm run -s token -- --partij wpda --rol werkcoach [--gemeente GM1680 …] [--medewerker ID] [--nieuwkomer UUID]
 *                       [--doel reintegratie …] [--minuten 60]
 */
import { join } from "node:path";
import { readProtocolFile } from "@ketenhub/protocol-file";
import { openDevelopmentIssuer } from "./development-issuer.ts";
import { readTokenArguments } from "./token-arguments.ts";
import { tokenRequest } from "./token-request.ts";

const { NODE_ENV, KETENHUB_DIR, OIDC_AUDIENCE, OIDC_ISSUER } = process.env;

async function main(): Promise<string> {
  if (OIDC_ISSUER) throw new Error(`OIDC_ISSUER is set, so tokens come from ${OIDC_ISSUER}, not from here.`);

  const args = readTokenArguments(process.argv.slice(2));
  const { document } = await readProtocolFile();
  const request = tokenRequest(args, document);
  const issuer = await openDevelopmentIssuer({
    keyFile: join(KETENHUB_DIR || ".ketenhub", "ontwikkeluitgever.jwk.json"),
    nodeEnv: NODE_ENV,
    audience: OIDC_AUDIENCE || "https://ketenhub.example/graphql",
  });
  return issuer.mint(request);
}

try {
  console.log(await main());
} catch (error) {
  console.error(`token: ${(error as Error).message}`);
  process.exitCode = 1;
}
