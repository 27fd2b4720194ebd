import type { CompiledProtocol } from "./compile.ts";
import type { ProtocolDocument } from "./document.ts";

const known = new WeakMap<ProtocolDocument, ReadonlySet<string>>();

/**
 * The partijen that take part for at least one doel that is not sensitive. That another one has a task says what somebody needs help
 * with, as its ketenrelatie does.
 */
export function openlijkePartijen({ document }: Pick<CompiledProtocol, "document">): ReadonlySet<string> {
  const earlier = known.get(document);
  if (earlier) return earlier;
  const openlijk = new Set(document.doelen.filter(({ gevoelig }) => !gevoelig).map(({ id }) => id));
  // Who reads figures is involved with nobody.
  const artikelen = document.artikelen.filter(
    ({ doelen, voorwaarden }) =>
      !voorwaarden.includes("geaggregeerd") && doelen.some((doel) => openlijk.has(doel)),
  );
  const partijen = new Set(artikelen.map(({ partij }) => partij));
  known.set(document, partijen);
  return partijen;
}
