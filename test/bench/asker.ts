import { join } from "node:path";
import { type Caller, openDevelopmentIssuer } from "@ketenhub/identity";
import type { CompiledProtocol } from "@ketenhub/protocol";

/** The audience of the tokens of the bench. */
export const audience = "https://ketenhub.example/graphql";

/** Who asks, and what for. */
export interface Asker {
  readonly partij: string;
  readonly rol: string;
  readonly medewerkerId: string;
  readonly gemeenten: readonly string[];
  readonly doel: string;
}

/** The regievoerder of Aa en Hunze, who asks for the caseload and for a dossier. */
export const regievoerder = {
  partij: "gemeente",
  rol: "regievoerder",
  medewerkerId: "regievoerder-1",
  gemeenten: ["GM1680"],
  doel: "regie",
} as const satisfies Asker;

/** A trajectbegeleider of the ROC, who asks for the register of the ROC itself. */
export const trajectbegeleider = {
  partij: "roc",
  rol: "trajectbegeleider",
  medewerkerId: "roc-trajectbegeleider-1",
  gemeenten: ["GM1680"],
  doel: "taalaanbod",
} as const satisfies Asker;

/** Somebody of Humanitas, who reports on tasks. */
export const vrijwilliger = {
  partij: "humanitas",
  rol: "medewerker",
  medewerkerId: "humanitas-1",
  gemeenten: ["GM1680"],
  doel: "pip-taak",
} as const satisfies Asker;

/** Where a hub keeps the key of its development issuer. */
export function keyFileIn(directory: string): string {
  return join(directory, "ontwikkeluitgever.jwk.json");
}

/** What this asker sends with a question, to the hub of this directory. */
export async function headersOf(
  { partij, rol, medewerkerId, gemeenten, doel }: Asker,
  directory: string,
  { document }: CompiledProtocol,
): Promise<Readonly<Record<string, string>>> {
  const oin = document.partijen.find(({ id }) => id === partij)?.oin[0] ?? "";
  const issuer = await openDevelopmentIssuer({
    keyFile: keyFileIn(directory),
    nodeEnv: undefined,
    audience,
  });
  const token = await issuer.mint({ oin, rol, sub: medewerkerId, gemeenten });
  return { authorization: `Bearer ${token}`, doel };
}

/** An asker as a hub knows him that does not look at tokens. */
export function unseen(asker: Asker): Caller {
  const { rol, medewerkerId: sub, gemeenten } = asker;
  return {
    claims: { issuer: "", oin: "", rol, sub, azp: "", jti: "", gemeenten, expiresAt: 0 },
    afnemer: asker,
    doel: asker.doel,
  };
}
