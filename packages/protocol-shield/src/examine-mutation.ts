import type { Coverage } from "@ketenhub/annotations";
import type { GraphQLResolveInfo } from "graphql";
import type { PersoonVanMutatie, ProtectedContext } from "./protect-schema.ts";
import { type Opdracht, opdrachtenOf } from "./whole-mutation.ts";

/** What keeps each order of a mutation from being carried out, by its key in the answer. */
type Bezwaren = ReadonlyMap<string, Error | undefined>;

/**
 * Decides a mutation whole, before its first write: everything that each of its orders writes, every input, and everything that is
 * asked back. When one thing is refused, none of it is done. What an order changes about who may see what therefore counts from the
 * next request.
 */
export function createExamineMutation<C extends ProtectedContext>(
  coverage: Coverage,
  persoonVanMutatie: PersoonVanMutatie<C>,
) {
  const decided = new WeakMap<C, Promise<Bezwaren>>();
  return async (context: C, info: GraphQLResolveInfo): Promise<Error | undefined> => {
    const known = decided.get(context) ?? decideWhole(context, info, coverage, persoonVanMutatie);
    decided.set(context, known);
    const bezwaren = await known;
    const own = bezwaren.get(String(info.path.key));
    return own ?? [...bezwaren.values()].find((bezwaar) => bezwaar !== undefined);
  };
}

// Private.
async function decideWhole<C extends ProtectedContext>(
  context: C,
  info: GraphQLResolveInfo,
  coverage: Coverage,
  persoonVanMutatie: PersoonVanMutatie<C>,
): Promise<Bezwaren> {
  const bezwaren = new Map<string, Error | undefined>();
  const allowed: (() => Promise<Error | undefined>)[] = [];
  for (const opdracht of opdrachtenOf(info, coverage)) {
    const persoonVan = persoonVanMutatie[opdracht.veld.name];
    if (!persoonVan) {
      bezwaren.set(opdracht.sleutel, new Error(`Nobody says for whom ${opdracht.veld.name} is.`));
      continue;
    }
    const refusal = staticRefusal(opdracht, context);
    if (refusal) {
      bezwaren.set(opdracht.sleutel, refusal);
      continue;
    }
    const persoonId = (await persoonVan(opdracht.args, context)) ?? "";
    bezwaren.set(opdracht.sleutel, await refusalAbout(persoonId, opdracht, context));
    allowed.push(() => context.beslisser.verantwoord(opdracht.schrijft, persoonId));
  }
  // Only what is really going to be done is put down in the inzage.
  if ([...bezwaren.values()].every((bezwaar) => bezwaar === undefined))
    for (const put of allowed) await put();
  return bezwaren;
}

/** What can be refused without knowing about whom; before a row is looked for. */
function staticRefusal({ schrijft, vraagt }: Opdracht, { beslisser }: ProtectedContext): Error | undefined {
  for (const verwijzing of [...schrijft, ...vraagt]) {
    const beslissing = beslisser.statisch(verwijzing);
    if (beslissing.uitkomst === "geweigerd") return beslisser.weigering(verwijzing, beslissing);
  }
  return undefined;
}

async function refusalAbout(
  persoonId: string,
  { schrijft, vraagt }: Opdracht,
  { beslisser }: ProtectedContext,
): Promise<Error | undefined> {
  for (const verwijzing of [...schrijft, ...vraagt]) {
    const beslissing = await beslisser.overPersoon(verwijzing, persoonId);
    if (beslissing.uitkomst !== "toegestaan") return beslisser.weigering(verwijzing, beslissing);
  }
  return undefined;
}
