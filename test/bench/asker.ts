import { join } from "node:path";
import { type Caller, openDevelopmentIssuer } from "@ketenhub/identity";
import type { CompiledProtocol } from "@ketenhub/protocol";

/** The audience of the tokens of the bench. */
export const audience = "https://ketenhub.example/graphql";

/** The regievoerder of Aa en Hunze, who asks for the caseload. */
export const regievoerder = {
  partij: "gemeente",
  rol: "regievoerder",
  medewerkerId: "regievoerder-1",
  gemeenten: ["GM1680"],
  doel: "regie",
} as const;

/** Where a hub keeps the key of its development issuer. */
export function keyFileIn(directory: string): string {
  return join(directory, "ontwikkeluitgever.jwk.json");
}

/** A token for the regievoerder, in the hub of this directory. */
export async function mintToken(directory: string, { document }: CompiledProtocol): Promise<string> {
  const { partij, rol, medewerkerId, gemeenten } = regievoerder;
  const oin = document.partijen.find(({ id }) => id === partij)?.oin[0] ?? "";
  const issuer = await openDevelopmentIssuer({
    keyFile: keyFileIn(directory),
    nodeEnv: undefined,
    audience,
  });
  return issuer.mint({ oin, rol, sub: medewerkerId, gemeenten });
}

/** The regievoerder as a hub knows him that does not look at tokens. */
export const regievoerderUnseen: Caller = {
  claims: {
    issuer: "",
    oin: "",
    rol: regievoerder.rol,
    sub: regievoerder.medewerkerId,
    azp: "",
    jti: "",
    gemeenten: regievoerder.gemeenten,
    expiresAt: 0,
  },
  afnemer: regievoerder,
  doel: regievoerder.doel,
};
