import { describe, expect, it } from "vitest";
import { run } from "./matrix.ts";

const matrix = (vraag: string) => run(vraag.split(" ").filter(Boolean));

describe("matrix", () => {
  it("says of every gegeven who may do what, or that it is closed", async () => {
    const alles = await matrix("");
    expect(alles).toMatch(/^uitkeringsbedrag \(bronhouder wpda\)$/m);
    expect(alles).toMatch(
      /^ {2}wpda · klantmanager +lezen en schrijven +voor bijstand, ontzorgen +als eigen-register en eigen-gemeente +artikel 2\.12 +Participatiewet artikel 7/m,
    );
    expect(alles).toMatch(/^schulden \(bronhouder gkb\)\n.*\n {2}dicht$/m);
  });

  it("is of one partij, rol or gegeven when one is named", async () => {
    const docent = await matrix("--partij roc --rol docent");
    expect(docent).toContain("roc · docent");
    expect(docent).not.toMatch(/trajectbegeleider|wpda ·|dicht/);
    expect(await matrix("--partij roc --gegeven uitkeringsbedrag")).toMatch(
      /uitkeringsbedrag[\s\S]*\n {2}dicht$/,
    );
    expect((await matrix("--gegeven bsn")).match(/\(bronhouder/g)).toHaveLength(1);
  });

  it("says which names exist when one does not", async () => {
    await expect(matrix("--partij rok")).rejects.toThrow(
      'Partij "rok" bestaat niet. Verwacht, het meest lijkende eerst: roc,',
    );
    await expect(matrix("--rol docnt")).rejects.toThrow("eerst: docent,");
    await expect(matrix("bsn")).rejects.toThrow('"bsn" hoort hier niet.');
  });
});
