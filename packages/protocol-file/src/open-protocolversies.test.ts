import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { GeenGeldigProtocol, type Protocolversies } from "@ketenhub/protocol";
import { afterEach, describe, expect, it, vi } from "vitest";
import { getekendOp, OndertekendeMap, proef } from "../test/ondertekende-map.ts";
import { maakSleutel } from "./index.ts";
import { openProtocolversies } from "./open-protocolversies.ts";

const mappen: OndertekendeMap[] = [];
afterEach(async () => {
  for (const map of mappen.splice(0)) await map.verwijder();
});

async function mapVan(text = proef): Promise<OndertekendeMap> {
  const map = await OndertekendeMap.van(text);
  mappen.push(map);
  return map;
}

/** A process in production, with a clock that stands still until it is told, and what it says. */
class Proces {
  readonly gemeld: string[] = [];
  nu = getekendOp;
  protocollen: Protocolversies | undefined;
  #taak: (() => Promise<void>) | undefined;
  #elke = 0;
  #sinds = 0;

  async start(map: OndertekendeMap, ondertekend = true): Promise<this> {
    this.protocollen = await openProtocolversies(
      { directory: map.path, ondertekend },
      {
        now: () => this.nu,
        meld: (regels) => this.gemeld.push(regels),
        herhaal: (taak, elke) => {
          this.#taak = taak;
          this.#elke = elke;
        },
      },
    );
    return this;
  }

  /** Lets time pass, second by second, as the timer of the process sees it. */
  async wacht(seconden: number): Promise<void> {
    for (let seconde = 0; seconde < seconden; seconde += 1) {
      this.verspring(1);
      this.#sinds += 1000;
      if (this.#elke > 0 && this.#sinds >= this.#elke) {
        this.#sinds = 0;
        await this.#taak?.();
      }
    }
  }

  /** Lets time pass without the timer: whatever reads the files hangs. */
  verspring(seconden: number): void {
    this.nu = new Date(this.nu.getTime() + seconden * 1000);
  }

  get versie(): string {
    return this.protocollen?.op(this.nu).versie ?? "";
  }
}

const vanWpda = "handtekeningen/1.1.0/wpda.json";
const weigering = async (map: OndertekendeMap, proces = new Proces()) => {
  const error = await proces.start(map).then(
    () => undefined,
    (error: Error) => error,
  );
  return error?.message.split("\n") ?? [];
};
/** What the message says beside its first and last line. */
const bezwaren = async (map: OndertekendeMap) => (await weigering(map)).slice(1, -1).map((een) => een.trim());

describe("a version that everybody signed", () => {
  it("is in force in production", async () => {
    const map = await mapVan();
    await map.ondertekenAlles();
    const proces = await new Proces().start(map);
    expect(proces.versie).toBe("1.1.0");
    expect(proces.gemeld).toEqual([]);
  });

  it("is not asked of the nieuwkomer, nor of who takes part in nothing", async () => {
    expect([...(await mapVan()).sleutels.keys()]).toEqual(["wpda", "roc"]);
  });

  it("stays signed when only the layout or a comment of its file changes", async () => {
    const map = await mapVan();
    await map.ondertekenAlles();
    await map.schrijf(
      "gegevensuitwisselingsprotocol.yaml",
      proef
        .replace("protocol: Proef\n", "# Een toelichting.\nprotocol:   'Proef'\n")
        .replace("lezen: [contact]", "lezen:\n      - contact"),
    );
    expect((await new Proces().start(map)).versie).toBe("1.1.0");
  });
});

describe("a process in production does not start with a version", () => {
  it("that nobody signed, and says what to do", async () => {
    const [eerste, ...regels] = await weigering(await mapVan());
    expect(eerste).toBe("Versie 1.1.0 van het protocol geldt niet:");
    expect(regels).toEqual([
      "  handtekeningen/1.1.0/wpda.json: ontbreekt; wpda ondertekende versie 1.1.0 niet",
      "  handtekeningen/1.1.0/roc.json: ontbreekt; roc ondertekende versie 1.1.0 niet",
      "Hoe ondertekenen gaat, staat in docs/ondertekenen.md.",
    ]);
  });

  it("that one partij did not sign", async () => {
    const map = await mapVan();
    await map.onderteken("roc");
    expect(await bezwaren(map)).toEqual([`${vanWpda}: ontbreekt; wpda ondertekende versie 1.1.0 niet`]);
  });

  it("of which one character was altered after it was signed", async () => {
    const map = await mapVan();
    await map.ondertekenAlles();
    await map.schrijf("gegevensuitwisselingsprotocol.yaml", proef.replace("artikel 67a", "artikel 67b"));
    expect(await bezwaren(map)).toEqual([
      expect.stringMatching(
        /^handtekeningen\/1\.1\.0\/wpda\.json: is gezet onder een andere tekst: sha3-512:.*; de tekst van nu is sha3-512:/,
      ),
      expect.stringContaining("roc.json: is gezet onder een andere tekst"),
    ]);
  });

  it("that was signed with the key of somebody else", async () => {
    const map = await mapVan();
    await map.ondertekenAlles();
    const verwacht = `${vanWpda}: is niet gezet met de sleutel in sleutels/wpda.jwk.json, of is daarna gewijzigd`;
    for (const sleutel of [map.sleutel("roc"), await maakSleutel()]) {
      await map.onderteken("wpda", {}, sleutel);
      expect(await bezwaren(map)).toEqual([verwacht]);
    }
  });

  it("of which the signature was made for another version, another partij or another decision", async () => {
    const map = await mapVan();
    await map.ondertekenAlles();
    await map.onderteken("wpda", { versie: "1.0.0" });
    expect(await bezwaren(map)).toEqual([`${vanWpda}: is voor versie 1.0.0; verwacht versie 1.1.0`]);
    await map.schrijf(vanWpda, await leesIn(map, "handtekeningen/1.1.0/roc.json"));
    expect(await bezwaren(map)).toEqual([`${vanWpda}: is van roc; verwacht een handtekening van wpda`]);
    await map.onderteken("wpda", { besluit: "ingetrokken" });
    await map.schrijf(vanWpda, await leesIn(map, "handtekeningen/1.1.0/wpda.intrekking.json"));
    await map.verwijder("handtekeningen/1.1.0/wpda.intrekking.json");
    expect(await bezwaren(map)).toEqual([`${vanWpda}: zegt ingetrokken; verwacht in dit bestand aanvaard`]);
  });

  it("of which something in the declaration was altered after it was signed", async () => {
    const map = await mapVan();
    await map.ondertekenAlles();
    const text = await leesIn(map, vanWpda);
    await map.schrijf(vanWpda, text.replace("2027-03-10", "2037-03-10"));
    expect(await bezwaren(map)).toEqual([
      `${vanWpda}: is niet gezet met de sleutel in sleutels/wpda.jwk.json, of is daarna gewijzigd`,
    ]);
  });

  it("of which a signature expired: its last day (Dutch time) is the last", async () => {
    const map = await mapVan();
    await map.onderteken("roc");
    await map.onderteken("wpda", { geldigTot: "2026-03-10" });
    const proces = new Proces();
    proces.nu = new Date("2026-03-10T22:59:59Z");
    expect((await proces.start(map)).versie).toBe("1.1.0");
    const later = new Proces();
    later.nu = new Date("2026-03-10T23:00:00Z");
    expect((await weigering(map, later))[1]).toBe(
      `  ${vanWpda}: gold tot en met 2026-03-10; verwacht een nieuwe handtekening`,
    );
  });

  it("that a partij withdrew, whatever stands in the acceptance", async () => {
    const map = await mapVan();
    await map.ondertekenAlles();
    await map.onderteken("wpda", { besluit: "ingetrokken" });
    await map.onderteken("wpda", { moment: "2026-03-11T11:00:00.000Z" });
    expect(await bezwaren(map)).toEqual([
      "handtekeningen/1.1.0/wpda.intrekking.json: wpda heeft deze versie ingetrokken (2026-03-10T11:00:00.000Z)",
    ]);
  });

  it("with a withdrawal that nobody understands, until it is understood", async () => {
    const map = await mapVan();
    await map.ondertekenAlles();
    const bestand = "handtekeningen/1.1.0/roc.intrekking.json";
    await map.schrijf(bestand, "intrekken!");
    expect(await bezwaren(map)).toEqual([
      `${bestand}: deze intrekking is geen JSON; verwacht een bestand dat \`protocol onderteken\` maakte; tot dat is opgelost geldt zij`,
    ]);
    await map.verwijder(bestand);
    await map.schrijf("handtekeningen/1.1.0/roc.intreking.json", "{}");
    expect(await bezwaren(map)).toEqual([
      "handtekeningen/1.1.0/roc.intreking.json: hoort bij geen partij; verwacht <partij>.json of <partij>.intrekking.json",
    ]);
  });

  it("when the key of a partij is missing, secret, shared or no key", async () => {
    const map = await mapVan();
    await map.ondertekenAlles();
    const sleutel = "sleutels/wpda.jwk.json";
    const openbaar = JSON.stringify(map.sleutel("wpda").jwk);
    const nietTeControleren = `${vanWpda}: is niet te controleren`;
    await map.verwijder(sleutel);
    expect(await bezwaren(map)).toEqual([`${nietTeControleren}, want ${sleutel} ontbreekt`]);
    await map.schrijf(sleutel, "geen sleutel");
    expect(await bezwaren(map)).toEqual([
      expect.stringContaining(`${nietTeControleren}: ${sleutel}: geen openbare sleutel; verwacht een JWK`),
    ]);
    await map.schrijf(sleutel, JSON.stringify(map.sleutel("wpda").geheim));
    const [geheim = ""] = await bezwaren(map);
    expect(geheim).toContain("hier staat een geheime sleutel");
    expect(geheim).not.toContain(String(map.sleutel("wpda").geheim.d));
    await map.schrijf(sleutel, openbaar);
    await map.schrijf("sleutels/roc.jwk.json", openbaar);
    expect(await bezwaren(map)).toEqual([
      expect.stringContaining("is ook de sleutel van roc; verwacht een eigen sleutel"),
      expect.stringContaining("is ook de sleutel van wpda; verwacht een eigen sleutel"),
    ]);
  });

  it("of which the signature says that it needs none: alg none, another type, a payload of its own", async () => {
    const map = await mapVan();
    await map.ondertekenAlles();
    const handtekening = JSON.parse(await leesIn(map, vanWpda));
    const [header = "", , signature = ""] = handtekening.jws.split(".");
    const met = (change: object) =>
      Buffer.from(
        JSON.stringify({ ...JSON.parse(Buffer.from(header, "base64url").toString()), ...change }),
      ).toString("base64url");
    for (const jws of [
      "",
      "..",
      `${header}..`,
      `${met({ alg: "none" })}..`,
      `${met({ alg: "HS256" })}..${signature}`,
      `${met({ typ: "JWT" })}..${signature}`,
      `${met({ b64: true })}..${signature}`,
      `${header}.e30.${signature}`,
      `${header}..${signature}.`,
    ]) {
      await map.schrijf(vanWpda, JSON.stringify({ ...handtekening, jws }));
      expect(await bezwaren(map), jws).toEqual([
        `${vanWpda}: is niet gezet met de sleutel in sleutels/wpda.jwk.json, of is daarna gewijzigd`,
      ]);
    }
    await map.schrijf(vanWpda, JSON.stringify({ ...handtekening, extra: true }));
    expect(await bezwaren(map)).toEqual([expect.stringContaining("heeft een andere vorm")]);
  });

  it("when there is none in force today", async () => {
    const map = await mapVan(proef.replace("2026-01-01", "2027-01-01"));
    await map.ondertekenAlles();
    await expect(new Proces().start(map)).rejects.toThrow(GeenGeldigProtocol);
  });
});

describe("a version that is withdrawn while the process runs", () => {
  it("stays withdrawn when somebody takes the file of the withdrawal away", async () => {
    const map = await mapVan();
    await map.ondertekenAlles();
    const proces = await new Proces().start(map);
    await map.onderteken("roc", { besluit: "ingetrokken" });
    await proces.wacht(60);
    await map.verwijder("handtekeningen/1.1.0/roc.intrekking.json");
    await proces.wacht(300);
    expect(() => proces.versie).toThrow("roc heeft deze versie ingetrokken");
  });

  it("stops within a minute, says so in the log once, and does not start again", async () => {
    const map = await mapVan();
    await map.ondertekenAlles();
    const proces = await new Proces().start(map);
    await proces.wacht(300);
    expect(proces.versie).toBe("1.1.0");

    await map.onderteken("roc", { besluit: "ingetrokken" });
    await proces.wacht(59);
    expect(() => proces.versie).toThrow(GeenGeldigProtocol);
    await proces.wacht(300);
    expect(() => proces.versie).toThrow("roc heeft deze versie ingetrokken");
    expect(proces.gemeld).toEqual([
      expect.stringMatching(
        /^Het protocol geldt niet, dus er wordt niets gedeeld:\n {2}handtekeningen\/1\.1\.0\/roc\.intrekking\.json: /,
      ),
    ]);
    expect(await weigering(map)).not.toEqual([]);
  });

  it("stops within a minute when its public key is taken away, and comes back with it", async () => {
    const map = await mapVan();
    await map.ondertekenAlles();
    const proces = await new Proces().start(map);
    await map.verwijder("sleutels/roc.jwk.json");
    await proces.wacht(59);
    expect(() => proces.versie).toThrow(GeenGeldigProtocol);
    await map.schrijf("sleutels/roc.jwk.json", JSON.stringify(map.sleutel("roc").jwk));
    await proces.wacht(59);
    expect(proces.versie).toBe("1.1.0");
    expect(proces.gemeld.at(-1)).toBe("Het protocol geldt weer: alle handtekeningen kloppen.");
  });

  it("stops within a minute when the files cannot be read any more, or reading them hangs", async () => {
    const map = await mapVan();
    await map.ondertekenAlles();
    const gestoord = await new Proces().start(map);
    const hangend = await new Proces().start(map);
    await map.verwijder("handtekeningen/1.1.0");
    await map.schrijf("handtekeningen/1.1.0", "een bestand waar een map hoort");
    await gestoord.wacht(59);
    expect(() => gestoord.versie).toThrow("de handtekeningen kunnen niet worden gelezen (ENOTDIR");
    hangend.verspring(59);
    expect(() => hangend.versie).toThrow("de handtekeningen zijn te lang niet gelezen");
  });

  it("stops by the timer of the process itself", async () => {
    const map = await mapVan();
    await map.ondertekenAlles();
    vi.useFakeTimers({ toFake: ["setInterval", "Date"], now: getekendOp });
    try {
      const now = () => new Date();
      const bron = { directory: map.path, ondertekend: true };
      const { op } = await openProtocolversies(bron, { now, meld: () => {} }).then((versies) => ({
        op: () => versies.op(now()).versie,
      }));
      expect(op()).toBe("1.1.0");
      await map.onderteken("roc", { besluit: "ingetrokken" });
      vi.advanceTimersByTime(20_000);
      await expect.poll(() => refused(op), { interval: 5 }).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it("does not trust a clock that was put back either", async () => {
    const map = await mapVan();
    await map.ondertekenAlles();
    const proces = await new Proces().start(map);
    proces.verspring(-3600);
    expect(() => proces.versie).toThrow(GeenGeldigProtocol);
  });
});

describe("a signature that expires while the process runs", () => {
  it("counts no longer from the first second after its last day", async () => {
    const map = await mapVan();
    await map.onderteken("roc");
    await map.onderteken("wpda", { geldigTot: "2026-03-10" });
    const proces = new Proces();
    proces.nu = new Date("2026-03-10T22:59:50Z");
    await proces.start(map);
    await proces.wacht(9);
    expect(proces.versie).toBe("1.1.0");
    await proces.wacht(1);
    expect(() => proces.versie).toThrow(`${vanWpda}: gold tot en met 2026-03-10`);
  });
});

describe("a version that is still to come", () => {
  const komend = proef.replace("1.1.0", "1.2.0").replace("2026-01-01", "2026-03-12");

  it("does not keep the process from starting, is told of, and is not in force on its first day while unsigned", async () => {
    const map = await mapVan();
    await map.ondertekenAlles();
    await map.schrijf("vervangen/1.1.0.yaml", proef);
    await map.schrijf("gegevensuitwisselingsprotocol.yaml", komend);
    const proces = await new Proces().start(map);
    expect(proces.versie).toBe("1.1.0");
    expect(proces.gemeld).toEqual([
      expect.stringMatching(/^Versie 1\.2\.0 begint op 2026-03-12, maar zo geldt zij dan niet:\n {2}hand/),
    ]);
    proces.nu = new Date("2026-03-11T22:59:59Z");
    await proces.wacht(20);
    expect(() => proces.versie).toThrow("handtekeningen/1.2.0/wpda.json: ontbreekt");

    await map.ondertekenAlles();
    await proces.wacht(59);
    expect(proces.versie).toBe("1.2.0");
  });
});

describe("a process in development", () => {
  it("starts without signatures, says so in one line, and watches nothing", async () => {
    const proces = await new Proces().start(await mapVan(), false);
    expect(proces.versie).toBe("1.1.0");
    expect(proces.gemeld).toEqual(["Not for production: the signatures under the protocol are not checked."]);
    proces.verspring(3600);
    expect(proces.versie).toBe("1.1.0");
  });
});

// Private.
function refused(op: () => unknown): boolean {
  try {
    op();
    return false;
  } catch (error) {
    return error instanceof GeenGeldigProtocol && error.message.includes("ingetrokken");
  }
}

const leesIn = (map: OndertekendeMap, naam: string) => readFile(join(map.path, naam), "utf8");
