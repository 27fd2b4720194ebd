import { readFile } from "node:fs/promises";
import { vergelijk, vergelijkingInWoorden } from "@ketenhub/protocol";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { describe, expect, it } from "vitest";
import { changelogMistakes } from "./protocol-changelog.ts";

const gain = "wpda · werkcoach, wpda · participatiecoach: lezen bsn, naam voor reintegratie, als betrokken";
const loss = "roc · docent: niet meer lezen naam voor voortgang (eerst als betrokken)";
const vergelijking = { erbij: [gain], eraf: [loss], overig: ["doel, uitleg toegevoegd: regie"] };
const section = (erbij: string, eraf: string) =>
  `# Wijzigingen\n\n## 1.1.0, geldig vanaf 1 november 2026\n\nOmdat het moet.\n\n### Wie krijgt erbij\n\n${erbij}\n\n### Wie verliest\n\n${eraf}\n\n## 1.0.0, geldig\n\n- ${gain}\n`;
const mistakes = (text: string) => changelogMistakes(text, "1.1.0", vergelijking);

describe("the changelog of a version of the protocol", () => {
  it("is good when it says who gains and who loses, as vergelijk prints it, on one line or more", () => {
    expect(mistakes(section(`- ${gain}`, `- ${loss}`))).toEqual([]);
    expect(
      mistakes(section(`- ${gain.replace(" participatiecoach", "\n  participatiecoach")}`, `- ${loss}`)),
    ).toEqual([]);
  });

  it.each([
    ["nothing", section("- niemand", `- ${loss}`)],
    ["the gain under another heading", section("- niemand", `- ${loss}\n- ${gain}`)],
    ["less than there is", section(`- ${gain.replace("bsn, ", "")}`, `- ${loss}`)],
    ["stricter conditions", section(`- ${gain} en eigen-gemeente`, `- ${loss}`)],
    ["it in the text only", section("- niemand", `- ${loss}`).replace("Omdat het moet.", gain)],
    ["it without a list", section(gain, `- ${loss}`)],
  ])("is refused when it says %s", (_what, text) => {
    expect(mistakes(text)).toContain(`missing under "Wie krijgt erbij" of 1.1.0: ${gain}`);
  });

  it("is refused when it says what is not so", () => {
    const line = "roc · docent: lezen bsn voor voortgang, als betrokken";
    expect(mistakes(section(`- ${gain}\n- ${line}`, `- ${loss}`))).toEqual([
      `not so, under "Wie krijgt erbij" of 1.1.0: ${line}`,
    ]);
  });

  it("is refused when it has no section for the version", () => {
    expect(mistakes(section("", "").replace("## 1.1.0,", "## 1.1.1,"))).toEqual([
      'schema/protocol/CHANGELOG.md has no section that starts with "## 1.1.0,"',
    ]);
  });
});

describe("schema/protocol/CHANGELOG.md", async () => {
  const { alle } = await readProtocolversies();
  const text = await readFile(new URL("../../schema/protocol/CHANGELOG.md", import.meta.url), "utf8");
  const pairs = alle.slice(1).map((nieuw, index) => ({ nieuw, oud: alle[index] }));

  it("is about more than one version", () => {
    expect(pairs.length).toBeGreaterThan(0);
  });

  it.each(pairs)(
    "names all that opens and closes with version $nieuw.versie; npm run -s protocol -- vergelijk --changelog prints it",
    ({ nieuw, oud }) => {
      const verschil = vergelijkingInWoorden(vergelijk((oud ?? nieuw).document, nieuw.document));
      expect(changelogMistakes(text, nieuw.versie, verschil)).toEqual([]);
    },
  );
});
