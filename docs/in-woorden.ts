const maanden = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
] as const;

/** A day as people write it: 2026-11-01 is 1 november 2026. */
export function dagInWoorden(dag: string): string {
  const [jaar, maand, nummer] = dag.split("-").map(Number);
  return `${nummer} ${maanden[(maand ?? 0) - 1]} ${jaar}`;
}

/** An ISO 8601 duration of years, months and days as people say it: P5Y is 5 jaar. */
export function duurInWoorden(duur: string): string {
  const delen = [...duur.matchAll(/(\d+)([YMD])/g)].map(([, aantal = "", eenheid = ""]) => {
    const [een, meer] = eenheden[eenheid] ?? [];
    return `${aantal} ${aantal === "1" ? een : meer}`;
  });
  return delen.join(" en ");
}

/** A list as it stands in a sentence: a, b en c. */
export function opsomming(namen: readonly string[]): string {
  const laatste = namen.at(-1) ?? "";
  return namen.length < 2 ? laatste : `${namen.slice(0, -1).join(", ")} en ${laatste}`;
}

// Private.
const eenheden: Readonly<Record<string, readonly [een: string, meer: string]>> = {
  Y: ["jaar", "jaar"],
  M: ["maand", "maanden"],
  D: ["dag", "dagen"],
};
