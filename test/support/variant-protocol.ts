import { compileProtocol } from "@ketenhub/protocol";
import { readProtocolFile } from "@ketenhub/protocol-file";

const { document } = await readProtocolFile();

/**
 * What could be agreed and is not: the agreed protocol, with two weeks of naloop for re-integratie, and consent for something that
 * another bronhouder keeps.
 */
export const variant = compileProtocol({
  ...document,
  versie: "9.9.9",
  doelen: document.doelen.map((doel) => (doel.id === "reintegratie" ? { ...doel, naloop: "P14D" } : doel)),
  artikelen: [
    ...document.artikelen,
    {
      id: "9.99",
      tekst: "Humanitas leest met toestemming waar iemand les heeft.",
      partij: "humanitas",
      rollen: ["medewerker"],
      doelen: ["pip-taak"],
      lezen: ["inschrijving"],
      voorwaarden: ["eigen-taak", "toestemming"],
      grondslag: ["AVG artikel 6 lid 1 onder a"],
    },
  ],
});
