import { describe, expect, it } from "vitest";
import { voerUit } from "./commandos.ts";
import { Gebruiksfout } from "./gebruiksfout.ts";

const namen = ["explain", "matrix", "vergelijk", "valideer", "onderteken", "sleutel"];

describe("npm run -s protocol", () => {
  it("says what there is when nothing was typed, or --help", async () => {
    const gebruik = await voerUit([]);
    expect(await voerUit(["--help"])).toBe(gebruik);
    for (const naam of namen) expect(gebruik).toMatch(new RegExp(`^  ${naam} +\\S`, "m"));
  });

  it.each(namen)("says what belongs to %s", async (naam) => {
    expect(await voerUit([naam, "--help"])).toMatch(`Gebruik: npm run -s protocol -- ${naam} `);
  });

  it("has for every command a way to run it", async () => {
    for (const naam of namen) await expect(voerUit([naam, "--bestaat-niet"])).rejects.toThrow();
  });

  it("refuses a command that does not exist, and says which do", async () => {
    for (const naam of ["expl", "constructor", "-x"]) {
      const refused = voerUit([naam]);
      await expect(refused).rejects.toBeInstanceOf(Gebruiksfout);
      await expect(refused).rejects.toThrow(
        `Onbekend commando "${naam}".\n\nGebruik: npm run -s protocol --`,
      );
    }
  });

  it("says of a command that was used wrongly what was wrong, and how to use it", async () => {
    const refused = voerUit(["explain", "--partij", "wpda", "--roll", "werkcoach"]);
    await expect(refused).rejects.toThrow("Onbekende optie --roll. Verwacht: --partij, --rol,");
    await expect(refused).rejects.toThrow(
      "\n\nGebruik: npm run -s protocol -- explain --partij P --rol R --doel D",
    );
  });
});
