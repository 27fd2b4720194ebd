/**
 * The variables of a fetch with, of every toegang in the representations, only the part that is sealed for this subgraph: what is
 * sealed for another is none of its business, and need not travel. A text without such a part stays as it is, to be refused by who
 * gets it.
 */
export function withOwnToegang(
  naam: string,
  variables: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, unknown>> | undefined {
  const representations = variables?.["representations"];
  if (!Array.isArray(representations)) return variables;
  return { ...variables, representations: representations.map((one) => withOwnPart(naam, one)) };
}

// Private.
function withOwnPart(naam: string, representation: Readonly<Record<string, unknown>>): unknown {
  const toegang = representation["toegang"];
  if (typeof toegang !== "string") return representation;
  const own = toegang.split("~").filter((part) => part.startsWith(`${naam}:`));
  return own.length === 0 ? representation : { ...representation, toegang: own.join("~") };
}
