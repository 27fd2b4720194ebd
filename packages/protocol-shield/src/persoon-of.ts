/** The person whose fact a row is: every row about a person carries `nieuwkomerId`. */
export interface OverNieuwkomer {
  readonly nieuwkomerId: string;
}

/**
 * About whom an object is. A figure is about nobody; the protocol then only lets articles speak that are about figures, so an
 * object that forgot its person shows nothing.
 */
export function persoonOf(parent: unknown): string | undefined {
  if (typeof parent !== "object" || parent === null || !("nieuwkomerId" in parent)) return undefined;
  return typeof parent.nieuwkomerId === "string" ? parent.nieuwkomerId : undefined;
}
