/** The lines under Unreleased in a changelog that start with this word in bold, each with the lines that go on with it. */
export function announcements(changelog: string, word: string): readonly string[] {
  const unreleased = changelog.split(/^## /m).find((section) => /^\[?Unreleased\b/i.test(section)) ?? "";
  return itemsOf(unreleased).filter((item) => item.startsWith(`**${word}**`));
}

/** Whether a line names exactly this: `Naam.voornamen` does not announce `Naam.voornamenOud`, nor `Naam`. */
export function names(line: string, coordinate: string): boolean {
  const escaped = coordinate.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\w.])${escaped}(?![\\w.(])`).test(line.replace(/\.(?=\s|$)/g, " "));
}

/** The items of the lists in a piece of Markdown, each on one line. */
export function itemsOf(markdown: string): readonly string[] {
  const items = markdown.matchAll(/^- (.*(?:\n {2}\S.*)*)/gm);
  return [...items].map(([, item = ""]) => item.replace(/\s+/g, " ").trim());
}
