import { join } from "node:path";
import { openDevelopmentIssuer, type TokenRequest } from "@ketenhub/identity";
import { readProtocolFile } from "@ketenhub/protocol-file";
import { inject } from "vitest";

/** Somebody who asks, and what for. */
export interface Beller {
  readonly partij: string;
  readonly rol: string;
  readonly medewerker: string;
  readonly gemeenten: readonly string[];
  readonly doel: string;
  readonly nieuwkomerId?: string;
}

/** The callers of the main job. */
export const bellers = {
  regievoerder: beller("gemeente", "regievoerder", "regievoerder-1", "regie"),
  beleidsmedewerker: beller("gemeente", "beleidsmedewerker", "beleid-1", "verantwoording"),
  klantmanager: beller("wpda", "klantmanager", "wpda-klantmanager-1", "bijstand"),
  werkcoach: beller("wpda", "werkcoach", "wpda-werkcoach-1", "reintegratie"),
  begeleider: beller("vluchtelingenwerk", "begeleider", "vwn-begeleider-1", "maatschappelijke-begeleiding"),
  trajectbegeleider: beller("roc", "trajectbegeleider", "roc-trajectbegeleider-1", "taalaanbod"),
} as const;

/** A token of the development issuer for a caller, in the hub of this directory. */
export async function tokenFor(
  { partij, rol, medewerker, gemeenten, nieuwkomerId }: Beller,
  change: Partial<TokenRequest> = {},
  directory = inject("hub").directory,
  now = () => new Date(),
): Promise<string> {
  const { document } = await readProtocolFile();
  const oin = document.partijen.find(({ id }) => id === partij)?.oin[0] ?? "";
  const issuer = await openDevelopmentIssuer({
    keyFile: join(directory, "ontwikkeluitgever.jwk.json"),
    nodeEnv: undefined,
    audience: "https://ketenhub.example/graphql",
    now,
  });
  const nieuwkomer = nieuwkomerId === undefined ? {} : { nieuwkomerId };
  return issuer.mint({ oin, rol, sub: medewerker, gemeenten, ...nieuwkomer, ...change });
}

// Private: all work for Aa en Hunze.
function beller(partij: string, rol: string, medewerker: string, doel: string): Beller {
  return { partij, rol, medewerker, doel, gemeenten: ["GM1680"] };
}
