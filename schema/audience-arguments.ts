import { parseArgs } from "node:util";
import { afspraakSleutel, type CompiledProtocol } from "@ketenhub/protocol";

/** Whose schema is asked for. */
export interface AudienceArguments {
  readonly partij: string;
  readonly rol: string;
  readonly doel: string;
}

/** Reads the arguments of `npm run schema`. Throws with what exists when a name is missing, unknown or not agreed. */
export function readAudienceArguments(
  args: readonly string[],
  { document, afspraken }: CompiledProtocol,
): AudienceArguments {
  const options = { partij: { type: "string" }, rol: { type: "string" }, doel: { type: "string" } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const partij = oneOf("partij", values.partij, document.partijen);
  const { rollen } = document.partijen.find(({ id }) => id === partij) ?? { rollen: [] };
  const rol = oneOf("rol", values.rol, rollen);
  const agreed = document.doelen.filter(({ id }) => afspraken.has(afspraakSleutel(partij, rol, id)));
  return { partij, rol, doel: oneOf("doel", values.doel, agreed) };
}

// Private.
function oneOf(naam: string, given: string | undefined, known: readonly { readonly id: string }[]): string {
  if (given !== undefined && known.some(({ id }) => id === given)) return given;
  const names = known.map(({ id }) => id).join(", ");
  throw new Error(`--${naam}: expected one of ${names}, but got ${given ?? "nothing"}.`);
}
