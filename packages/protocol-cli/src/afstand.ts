/** How many letters must be put in, taken out or replaced to make the one word out of the other (Levenshtein). */
export function afstand(een: string, ander: string): number {
  let vorige = Array.from({ length: ander.length + 1 }, (_, plaats) => plaats);
  for (const [rij, letter] of [...een].entries()) {
    const huidige = [rij + 1];
    for (const [kolom, tegenover] of [...ander].entries()) {
      const vervangen = (vorige[kolom] ?? 0) + Number(letter !== tegenover);
      huidige.push(Math.min(vervangen, (vorige[kolom + 1] ?? 0) + 1, (huidige[kolom] ?? 0) + 1));
    }
    vorige = huidige;
  }
  return vorige.at(-1) ?? een.length;
}
