/**
 * Breaks a text into lines of at most this many characters where it has spaces, but not around a middle dot: it holds a partij
 * and its rol together. What follows the first line is indented.
 */
export function omslaan(tekst: string, breedte: number, inspringing = ""): string {
  const regels: string[] = [];
  let regel = "";
  for (const woord of tekst.split(/(?<! ·)\s+(?!· )/)) {
    const langer = regel === "" ? woord : `${regel} ${woord}`;
    if (langer.length <= breedte || regel.trim() === "") regel = langer;
    else {
      regels.push(regel);
      regel = `${inspringing}${woord}`;
    }
  }
  return [...regels, regel].join("\n");
}
