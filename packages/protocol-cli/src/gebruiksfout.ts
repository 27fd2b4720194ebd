/** Something was typed that no command understands; says what was expected and what came. */
export class Gebruiksfout extends Error {
  constructor(melding: string) {
    super(melding);
    this.name = "Gebruiksfout";
  }
}
