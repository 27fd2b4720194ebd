import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openProtocolversies } from "@ketenhub/protocol-file";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { getekendOp, OndertekendeMap, proef } from "../../protocol-file/test/ondertekende-map.ts";
import { run as onderteken } from "./onderteken.ts";
import { run as sleutel } from "./sleutel.ts";
import { run as valideer } from "./valideer.ts";

let map: OndertekendeMap;
let thuis: string;
beforeEach(async () => {
  map = await OndertekendeMap.van(proef);
  thuis = await mkdtemp(join(tmpdir(), "ketenhub-thuis-"));
  for (const [partij, { geheim }] of map.sleutels)
    await writeFile(join(thuis, `${partij}.geheim.jwk.json`), JSON.stringify(geheim));
});
afterEach(async () => {
  await map.verwijder();
  await rm(thuis, { recursive: true });
});

const teken = (partij: string, ...meer: readonly string[]) =>
  onderteken(
    ["--partij", partij, "--sleutel", join(thuis, `${partij}.geheim.jwk.json`), "--map", map.path, ...meer],
    getekendOp,
  );
const start = () =>
  openProtocolversies(
    { directory: map.path, ondertekend: true },
    { now: () => getekendOp, meld: () => {}, herhaal: () => {} },
  );

describe("protocol onderteken", () => {
  it("says what was declared, and who must still sign; with the last one a process starts in production", async () => {
    const eerste = await teken("roc");
    expect(eerste).toContain("roc aanvaardt versie 1.1.0, tot en met 2027-03-10.");
    expect(eerste).toContain("handtekeningen/1.1.0/wpda.json: ontbreekt");
    await expect(start()).rejects.toThrow("wpda.json: ontbreekt");
    expect(await teken("wpda", "--geldig-tot", "2026-03-10")).toContain("Nu heeft iedereen ondertekend.");
    expect((await start()).op(getekendOp).versie).toBe("1.1.0");
  });

  it("says with valideer who signed until when, and who did not", async () => {
    const controle = () => valideer(["--handtekeningen", "--map", map.path], getekendOp);
    await expect(controle()).rejects.toThrow(/^Nog niet iedereen heeft ondertekend:\n {2}handtekeningen/);
    await teken("roc");
    await teken("wpda", "--geldig-tot", "2026-12-31");
    expect((await controle()).split("\n").slice(-3)).toEqual([
      "Versie 1.1.0 is ondertekend door:",
      "  wpda, tot en met 2026-12-31",
      "  roc, tot en met 2027-03-10",
    ]);
  });

  it("withdraws for good: a process does not start, and the same version is not signed again", async () => {
    await teken("roc");
    await teken("wpda");
    expect(await teken("wpda", "--intrekken")).toContain("wpda trekt versie 1.1.0 in.");
    await expect(start()).rejects.toThrow("wpda heeft deze versie ingetrokken (2026-03-10T11:00:00.000Z)");
    await expect(teken("wpda")).rejects.toThrow("Die komt niet terug: verwacht een nieuwe versie.");
  });

  it.each<[string, string[], RegExp]>([
    ["no partij", [], /--partij ontbreekt\. Verwacht een van: wpda, roc\./],
    ["who does not sign", ["--partij", "nieuwkomer"], /"nieuwkomer" bestaat niet/],
    ["no key", ["--partij", "wpda"], /--sleutel ontbreekt\. Verwacht .* wpda\.geheim\.jwk\.json/],
    ["another version", ["--partij", "wpda", "--versie", "9.9.9"], /Versie "9\.9\.9" bestaat niet/],
  ])("refuses: %s", async (_what, args, melding) => {
    await expect(onderteken([...args, "--map", map.path], getekendOp)).rejects.toThrow(melding);
  });

  it("refuses the key of somebody else, the public part only, or a file that is not there, and repeats no key", async () => {
    const met = (bestand: string) =>
      onderteken(["--partij", "wpda", "--sleutel", join(thuis, bestand), "--map", map.path], getekendOp);
    await expect(met("roc.geheim.jwk.json")).rejects.toThrow("hoort niet bij sleutels/wpda.jwk.json");
    await expect(met("er-is-niets.json")).rejects.toThrow("is er niet, of kan niet worden gelezen");
    await writeFile(join(thuis, "openbaar.json"), JSON.stringify(map.sleutel("wpda").jwk));
    const error = await met("openbaar.json").catch((error: Error) => error);
    expect(String(error)).toContain("geen geheime sleutel; verwacht een JWK");
    expect(String(error)).not.toContain(String(map.sleutel("wpda").jwk.x));
  });

  it("refuses a last day that does not exist, or is over", async () => {
    for (const dag of ["2026-03-09", "2026-02-30", "volgend jaar", "2027-1-1"])
      await expect(teken("wpda", "--geldig-tot", dag)).rejects.toThrow(`er kwam "${dag}"`);
  });
});

describe("protocol sleutel", () => {
  it("makes a secret that only its owner can read, and a public part of which it says the mark", async () => {
    const nieuw = join(thuis, "nieuw");
    const text = await sleutel(["--partij", "roc", "--naar", nieuw, "--map", map.path]);
    expect((await stat(join(nieuw, "roc.geheim.jwk.json"))).mode & 0o077).toBe(0);
    const openbaar = join(nieuw, "roc.jwk.json");
    expect(JSON.parse(await readFile(openbaar, "utf8"))).not.toHaveProperty("d");
    const [, kenmerk = ""] = /kenmerk +(\S+)/.exec(text) ?? [];
    expect(kenmerk).toHaveLength(43);
    expect(await sleutel(["--toon", openbaar])).toContain(`kenmerk ${kenmerk}`);
    const geheim = await readFile(join(nieuw, "roc.geheim.jwk.json"), "utf8");
    expect(text).not.toContain(JSON.parse(geheim).d);

    await expect(sleutel(["--partij", "roc", "--naar", nieuw, "--map", map.path])).rejects.toThrow(
      "is er al, en een sleutel wordt nooit overschreven",
    );
    expect(await readFile(join(nieuw, "roc.geheim.jwk.json"), "utf8")).toBe(geheim);
  });

  it("makes none among the files of the hub, and shows none that is secret", async () => {
    await expect(sleutel(["--partij", "roc", "--naar", "sleutels", "--map", map.path])).rejects.toThrow(
      "ligt tussen de bestanden van de hub",
    );
    await expect(sleutel(["--toon", join(thuis, "roc.geheim.jwk.json")])).rejects.toThrow(
      "hier staat een geheime sleutel",
    );
  });
});

describe("protocol valideer", () => {
  it("says of every version that it is all right, with its fingerprint", async () => {
    expect(await valideer(["--map", map.path])).toMatch(
      /^Versie 1\.1\.0, geldig vanaf 2026-01-01, is in orde\.\n {2}vingerafdruk sha3-512:[\w-]{86}$/,
    );
    expect(await valideer([])).toMatch(/^Versie 1\.0\.0, geldig vanaf 2026-01-01, is in orde\./);
  });

  it("says every mistake, with file and line", async () => {
    const bestand = join(map.path, "anders.yaml");
    await writeFile(
      bestand,
      proef.replace("partij: wpda", "partij: wdpa").replace("bronhouder: roc", "bronhouder: rco"),
    );
    await expect(valideer(["--bestand", bestand])).rejects.toThrow(
      `Het protocol kan niet worden gebruikt:\n${bestand}:13: gegevens.0.bronhouder: rco is geen partij in dit protocol; verwacht een van: wpda, roc, vip, nieuwkomer\n${bestand}:17: artikelen.0.partij: wdpa is geen partij`,
    );
  });

  it("takes a file alone, or a folder", async () => {
    await expect(valideer(["--bestand", "x", "--handtekeningen"])).rejects.toThrow("--bestand gaat over");
  });
});
