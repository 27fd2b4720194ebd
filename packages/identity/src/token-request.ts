import type { TokenRequest } from "./development-issuer.ts";
import type { TokenArguments } from "./token-arguments.ts";

/** What the command needs of the protocol: the names that exist. */
export interface ProtocolNames {
  readonly partijen: readonly {
    readonly id: string;
    readonly oin: readonly string[];
    readonly rollen: readonly { readonly id: string }[];
  }[];
  readonly doelen: readonly { readonly id: string }[];
}

/** The token that the arguments ask for; throws one sentence, with the names that would do, for what the protocol lacks. */
export function tokenRequest(args: TokenArguments, protocol: ProtocolNames): TokenRequest {
  const partij = named("--partij", args.partij, protocol.partijen);
  const { id: rol } = named(`--rol for ${partij.id}`, args.rol, partij.rollen);
  const doelen = args.doel?.map((doel) => named("--doel", doel, protocol.doelen).id);
  if (rol.startsWith("regievoerder") && args.gemeente.length === 0) {
    throw new Error(`A ${rol} works for a gemeente: give at least one --gemeente, like --gemeente GM1680.`);
  }

  return {
    oin: oinFor(partij, args.gemeente[0]),
    rol,
    ...bearer(args, `${partij.id}-${rol}-1`),
    gemeenten: args.gemeente,
    ...(doelen === undefined ? {} : { doelen }),
    lifetimeSeconds: args.minuten * 60,
  };
}

function named<T extends { readonly id: string }>(
  what: string,
  id: string | undefined,
  known: readonly T[],
): T {
  const found = known.find((one) => one.id === id);
  if (found) return found;
  const problem = id === undefined ? "is required" : `"${id}" is unknown`;
  throw new Error(`${what} ${problem}. Choose from: ${known.map((one) => one.id).join(", ")}.`);
}

// The partij gemeente stands for several organisations; by agreement the OIN of each ends in its gemeentecode.
function oinFor({ id, oin }: ProtocolNames["partijen"][number], gemeente: string | undefined): string {
  const own = gemeente && oin.find((one) => one.endsWith(gemeente.slice(2)));
  const chosen = own || oin[0];
  if (!chosen) throw new Error(`--partij "${id}" has no OIN in the protocol, so nobody can act for it.`);
  return chosen;
}

function bearer({ rol, medewerker, nieuwkomer }: TokenArguments, standIn: string) {
  if (rol === "nieuwkomer") {
    if (!nieuwkomer) throw new Error("A nieuwkomer reads the own dossier: give --nieuwkomer with its id.");
    return { sub: nieuwkomer, nieuwkomerId: nieuwkomer };
  }
  return { sub: medewerker ?? standIn, ...(nieuwkomer === undefined ? {} : { nieuwkomerId: nieuwkomer }) };
}
