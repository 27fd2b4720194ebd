import { readProtocolFile } from "@ketenhub/protocol-file";
import { describe, expect, it } from "vitest";
import { artikel, protocolVan } from "../test/verzoek.ts";
import { matrix } from "./matrix.ts";
import { openingenVan } from "./openingen.ts";

describe("the matrix", () => {
  const { document } = protocolVan(
    artikel("1.1", { partij: "roc", rollen: ["docent", "werkcoach"] }),
    artikel("1.2", { schrijven: ["contact"] }),
    artikel("1.3", { lezen: ["contact"], doelen: ["bijstand"] }),
  );

  it("says who may read and write, by partij and rol in the order of the document", () => {
    const [contact] = matrix(document);
    const regels = contact?.regels.map(({ partij, rol, lezen, schrijven, artikel: { id } }) => [
      `${partij} ${rol} ${id}`,
      lezen,
      schrijven,
    ]);
    expect(regels).toEqual([
      ["wpda werkcoach 1.2", true, true],
      ["wpda werkcoach 1.3", true, false],
      ["roc werkcoach 1.1", true, false],
      ["roc docent 1.1", true, false],
    ]);
  });

  it("has a row for what is closed", () => {
    const [, bsn] = matrix(document);
    expect(bsn).toEqual({ gegeven: expect.objectContaining({ id: "bsn" }), regels: [] });
  });

  it("holds everything that the articles of the agreed protocol open, and nothing else", async () => {
    const agreed = (await readProtocolFile()).document;
    const inMatrix = matrix(agreed).flatMap(({ gegeven, regels }) =>
      regels.flatMap(({ partij, rol, lezen, schrijven, artikel: { doelen } }) =>
        doelen.flatMap((doel) => [
          ...(lezen ? [[partij, rol, doel, "lezen", gegeven.id].join(" ")] : []),
          ...(schrijven ? [[partij, rol, doel, "schrijven", gegeven.id].join(" ")] : []),
        ]),
      ),
    );
    const opened = openingenVan(agreed).map(({ partij, rol, doel, actie, gegeven }) =>
      [partij, rol, doel, actie, gegeven].join(" "),
    );
    expect(new Set(inMatrix)).toEqual(new Set(opened));
  });
});
