/** A table in Markdown. A bar or a line break in a cell does not break it. */
export function tabel(kop: readonly string[], rijen: readonly (readonly string[])[]): string {
  const regel = (cellen: readonly string[]) => `| ${cellen.map(cel).join(" | ")} |`;
  return [regel(kop), regel(kop.map(() => "---")), ...rijen.map(regel)].join("\n");
}

// Private.
function cel(tekst: string): string {
  return tekst.replaceAll("|", "\\|").replaceAll("\n", " ");
}
