import type { VergelijkingInWoorden } from "@ketenhub/protocol";
import { itemsOf } from "./announcements.ts";

/** The headings in the section of a version, and what must stand under each. */
const parts = { "Wie krijgt erbij": "erbij", "Wie verliest": "eraf" } as const;

/**
 * What the changelog of the protocol does not say of a version, or says of it while it is not so. Under each heading stand
 * exactly the lines that `npm run -s protocol -- vergelijk --changelog` prints, wrapped or not.
 */
export function changelogMistakes(
  changelog: string,
  versie: string,
  vergelijking: VergelijkingInWoorden,
): readonly string[] {
  const section = changelog.split(/^## /m).find((text) => text.startsWith(`${versie},`));
  if (section === undefined)
    return [`schema/protocol/CHANGELOG.md has no section that starts with "## ${versie},"`];
  return Object.entries(parts).flatMap(([heading, part]) => {
    const text = section.split(/^### /m).find((one) => one.startsWith(`${heading}\n`)) ?? "";
    const said = itemsOf(text).filter((item) => item !== "niemand");
    const real = vergelijking[part];
    return [
      ...real
        .filter((line) => !said.includes(line))
        .map((line) => `missing under "${heading}" of ${versie}: ${line}`),
      ...said
        .filter((line) => !real.includes(line))
        .map((line) => `not so, under "${heading}" of ${versie}: ${line}`),
    ];
  });
}
