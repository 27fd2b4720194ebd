import { readProtocolFile } from "@ketenhub/protocol-file";
import { describe, expect, it } from "vitest";
import { madeDocuments } from "../../docs/documents.ts";
import { dagInWoorden, duurInWoorden, opsomming } from "../../docs/in-woorden.ts";
import { protocolDocument } from "../../docs/protocol-document.ts";
import { uitwisselingsmatrixDocument } from "../../docs/uitwisselingsmatrix-document.ts";
import { grondslagKort } from "../../docs/wetten.ts";
import { readSchemaGegevens } from "../../schema/schema-gegevens.ts";

const { document } = await readProtocolFile();
const made = await madeDocuments();
const matrix = made["schema/uitwisselingsmatrix.md"] ?? "";
const protocol = made["schema/protocol/gegevensuitwisselingsprotocol.md"] ?? "";

/** The part of a document under a heading, up to the next heading of that level or a higher one. */
function under(text: string, heading: string): string {
  const level = heading.split(" ")[0]?.length ?? 1;
  const [, part = ""] = text.split(`\n${heading}\n`);
  return part.split(new RegExp(`^#{1,${level}} `, "m"))[0] ?? "";
}

const rowsOf = (text: string) =>
  text
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2);

describe("schema/uitwisselingsmatrix.md", () => {
  it("has of every gegeven a row for each article that opens it, and says of the others that they are closed", () => {
    for (const { id } of document.gegevens) {
      const articles = document.artikelen.filter(
        ({ lezen, schrijven }) => lezen?.includes(id) || schrijven?.includes(id),
      );
      const part = under(matrix, `### ${id}`);
      expect([id, rowsOf(part).length]).toEqual([id, articles.length]);
      expect([id, part.includes("**Voor niemand open.**")]).toEqual([id, articles.length === 0]);
      for (const { id: nummer } of articles) expect(part).toContain(` | ${nummer} | `);
    }
  });

  it("says of every field, argument and input field which gegeven it is, or that it is none", async () => {
    const part = under(matrix, "## Welk veld welk gegeven is");
    for (const [coordinate, gegevens] of Object.entries(await readSchemaGegevens())) {
      const row = part.split("\n").find((line) => line.startsWith(`| \`${coordinate}\` |`));
      if (gegevens.length === 0) expect(under(matrix, "### Leidingwerk")).toContain(`\`${coordinate}\``);
      for (const gegeven of gegevens) expect(row).toContain(`#${gegeven.split(":")[1]})`);
    }
  });

  it("shows at a glance an L for who reads and an S for who writes", () => {
    const [head = "", , ...rows] = under(matrix, "## In een oogopslag")
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .filter((line) => !line.includes("Gemeenten Assen"));
    expect(head).toMatch(/^\| /);
    expect(rows.find((row) => row.startsWith("| [uitkeringsbedrag]"))).toMatch(/\| {2}\| LS \|/);
    expect(rows.find((row) => row.startsWith("| [schulden]"))).toBe("| [schulden](#schulden) |");
  });

  it("does not break when a text has a bar or a line break in it", () => {
    const [first, ...others] = document.artikelen;
    if (!first) throw new Error("There is no article.");
    const odd = { ...document, artikelen: [{ ...first, grondslag: ["Wet a | b\nlid 1"] }, ...others] };
    const text = uitwisselingsmatrixDocument(odd, { velden: new Map(), invoer: new Map() });
    expect(text).toContain("| Wet a \\| b lid 1 |");
  });
});

describe("schema/protocol/gegevensuitwisselingsprotocol.md", () => {
  it("has every article once, in its chapter, as it was agreed", () => {
    const chapters = protocol.split(/^## /m).filter((text) => text.startsWith("Hoofdstuk "));
    for (const { id, tekst, grondslag } of document.artikelen) {
      const chapter = chapters.filter((text) => text.includes(`### Artikel ${id}\n\n${tekst}\n`));
      expect([id, chapter.length]).toEqual([id, 1]);
      expect(chapter[0]).toMatch(new RegExp(`^Hoofdstuk ${id.split(".")[0]}\\. `));
      expect(chapter[0]).toContain(`- Grondslag: ${grondslag.join("; ")}\n`);
    }
  });

  it("explains every condition that an article has, once", () => {
    const rows = rowsOf(under(protocol, "## Voorwaarden"));
    const names = rows.map((row) => /^\| `([^`]+)` \| \S/.exec(row)?.[1]);
    expect(names).not.toContain(undefined);
    expect(new Set(names).size).toBe(names.length);
    const used = [...protocol.matchAll(/^- Als tegelijk: (.*)$/gm)].flatMap(([, list = ""]) =>
      list.split(", ").map((name) => name.replaceAll("`", "")),
    );
    expect(used.length).toBeGreaterThanOrEqual(document.artikelen.length);
    expect(used.filter((name) => !names.includes(name))).toEqual([]);
  });

  it("names every partij, rol, doel and gegeven", () => {
    const { partijen, doelen, gegevens } = document;
    for (const { id, naam, rollen } of partijen) {
      expect(under(protocol, "## Partijen en rollen")).toContain(`| ${naam} | \`${id}\` |`);
      for (const rol of rollen)
        expect(under(protocol, "## Partijen en rollen")).toContain(`| \`${rol.id}\` | ${rol.omschrijving} |`);
    }
    for (const { id } of doelen) expect(under(protocol, "## Doelen")).toContain(`| \`${id}\` |`);
    for (const { id } of gegevens) expect(under(protocol, "## Gegevens")).toContain(`| \`${id}\` |`);
  });

  it("says what no article opens, whether or not somebody said why", () => {
    const closed = document.gegevens.filter(({ id }) =>
      document.artikelen.every(({ lezen, schrijven }) => !lezen?.includes(id) && !schrijven?.includes(id)),
    );
    const silent = protocolDocument({ ...document, bewustDicht: undefined });
    for (const text of [protocol, silent])
      for (const { id } of closed) expect(under(text, "## Wat met opzet dicht is")).toContain(`\`${id}\``);
  });

  it("can be made of a document without chapters, with a last day and with a naloop", () => {
    const { hoofdstukken: _, ...rest } = document;
    const doelen = document.doelen.map((doel) => ({ ...doel, naloop: "P14D" }));
    const text = protocolDocument({ ...rest, doelen, geldigTot: "2027-12-31" });
    expect(text).toContain("geldig vanaf 1 november 2026 tot en met 31 december 2027");
    expect(text).toContain("## Artikelen\n\n### Artikel 1.1\n");
    expect(text).toContain("lezen mag nog 14 dagen na het einde van de ketenrelatie");
  });
});

describe("schema/verwerkingsregister.json", () => {
  it("says of which protocol it is the register", () => {
    const register = JSON.parse(made["schema/verwerkingsregister.json"] ?? "");
    expect(register).toMatchObject({ protocol: document.protocol, versie: document.versie });
    expect(register.verwerkingsactiviteiten.length).toBeGreaterThan(10);
  });
});

describe("words for people", () => {
  it("say a day, a duration and a list as people do", () => {
    expect(dagInWoorden("2026-03-01")).toBe("1 maart 2026");
    expect(["P5Y", "P1Y", "P14D", "P1D", "P1Y6M", "P1M"].map(duurInWoorden)).toEqual([
      "5 jaar",
      "1 jaar",
      "14 dagen",
      "1 dag",
      "1 jaar en 6 maanden",
      "1 maand",
    ]);
    expect([opsomming([]), opsomming(["a"]), opsomming(["a", "b"]), opsomming(["a", "b", "c"])]).toEqual([
      "",
      "a",
      "a en b",
      "a, b en c",
    ]);
  });

  it("abbreviate a law that is known, and leave another as it is", () => {
    expect(grondslagKort("Participatiewet artikel 67a")).toBe("Pw art. 67a");
    expect(grondslagKort("Wet inburgering 2021 artikel 17 lid 1")).toBe("Wi2021 art. 17 lid 1");
    expect(grondslagKort("Jeugdwet artikel 7.3.11")).toBe("Jeugdwet art. 7.3.11");
  });
});
