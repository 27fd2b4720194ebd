import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CompiledProtocol } from "@ketenhub/protocol";
import {
  type GeheimeSleutel,
  maakSleutel,
  onderteken,
  ondertekenaarsVan,
  protocolFile,
  readProtocolversies,
  type Verklaring,
  vingerafdrukVan,
} from "../src/index.ts";

/** A protocol of three partijen, of which one is the nieuwkomer; and one that takes part in nothing. */
export const proef = `protocol: Proef
versie: 1.1.0
geldigVanaf: 2026-01-01
drempelKleineAantallen: 10
partijen:
  - { id: wpda, naam: Werkplein, oin: ["00000001999900002010"], rollen: [{ id: werkcoach, omschrijving: x }] }
  - { id: roc, naam: ROC, oin: ["00000001999900002030"], rollen: [{ id: docent, omschrijving: x }] }
  - { id: vip, naam: VIP, oin: ["00000001999900002040"], rollen: [{ id: medewerker, omschrijving: x }] }
  - { id: nieuwkomer, naam: Wie, oin: ["00000001999900009999"], rollen: [{ id: nieuwkomer, omschrijving: x }] }
doelen:
  - { id: reintegratie, omschrijving: Begeleiden naar werk., grondslag: ["Participatiewet artikel 7"] }
gegevens:
  - { id: contact, bronhouder: roc, omschrijving: Telefoonnummer., bewaartermijn: P5Y }
artikelen:
  - id: "1.1"
    tekst: De werkcoach leest het telefoonnummer.
    partij: wpda
    rollen: [werkcoach]
    doelen: [reintegratie]
    lezen: [contact]
    voorwaarden: [betrokken]
    grondslag: ["Participatiewet artikel 67a"]
  - id: "2.1"
    tekst: De nieuwkomer leest het telefoonnummer.
    partij: nieuwkomer
    rollen: [nieuwkomer]
    doelen: [reintegratie]
    lezen: [contact]
    voorwaarden: [eigen-dossier]
    grondslag: ["AVG artikel 15"]
`;

/** The moment at which everything here is signed. */
export const getekendOp = new Date("2026-03-10T11:00:00Z");

/** A folder of its own with a protocol, and a key for each partij that must sign it. */
export class OndertekendeMap {
  readonly path: string;
  readonly sleutels = new Map<string, GeheimeSleutel>();

  private constructor(path: string) {
    this.path = path;
  }

  /** With this text as the newest version; nothing is signed yet. */
  static async van(text: string): Promise<OndertekendeMap> {
    const map = new OndertekendeMap(await mkdtemp(join(tmpdir(), "ketenhub-protocol-")));
    await map.schrijf("gegevensuitwisselingsprotocol.yaml", text);
    await map.maakSleutels();
    return map;
  }

  /** The agreed protocol and the versions before it, signed by everybody, for a process that runs in production. */
  static async vanAfspraak(): Promise<OndertekendeMap> {
    const map = new OndertekendeMap(await mkdtemp(join(tmpdir(), "ketenhub-protocol-")));
    await cp(new URL(".", protocolFile), map.path, { recursive: true });
    await map.maakSleutels();
    await map.ondertekenAlles({ geldigTot: "2999-12-31" });
    return map;
  }

  get directory(): URL {
    return pathToFileURL(`${this.path}/`);
  }

  async nieuwste(): Promise<CompiledProtocol> {
    const protocol = (await readProtocolversies(this.directory)).alle.at(-1);
    if (!protocol) throw new Error("The folder has no protocol.");
    return protocol;
  }

  /** Signs the newest version as this partij, with something else about it. */
  async onderteken(
    partij: string,
    change: Partial<Verklaring> = {},
    sleutel = this.sleutel(partij),
    protocol?: CompiledProtocol,
  ): Promise<void> {
    const { versie, document } = protocol ?? (await this.nieuwste());
    const verklaring = {
      partij,
      versie,
      besluit: "aanvaard",
      moment: getekendOp.toISOString(),
      geldigTot: "2027-03-10",
      document: vingerafdrukVan(document),
      ...change,
    } as Verklaring;
    if (verklaring.besluit === "ingetrokken") Reflect.deleteProperty(verklaring, "geldigTot");
    const naam = verklaring.besluit === "ingetrokken" ? `${partij}.intrekking.json` : `${partij}.json`;
    const text = JSON.stringify(await onderteken(verklaring, sleutel));
    await this.schrijf(`handtekeningen/${versie}/${naam}`, text);
  }

  async ondertekenAlles(change: Partial<Verklaring> = {}): Promise<void> {
    const protocol = await this.nieuwste();
    for (const [partij, sleutel] of this.sleutels) await this.onderteken(partij, change, sleutel, protocol);
  }

  sleutel(partij: string): GeheimeSleutel {
    const sleutel = this.sleutels.get(partij);
    if (!sleutel) throw new Error(`${partij} has no key here.`);
    return sleutel;
  }

  async schrijf(naam: string, text: string): Promise<void> {
    const path = join(this.path, naam);
    await mkdir(join(path, ".."), { recursive: true });
    await writeFile(path, text);
  }

  verwijder(naam = ""): Promise<void> {
    return rm(join(this.path, naam), { recursive: true, force: true });
  }

  private async maakSleutels(): Promise<void> {
    for (const partij of ondertekenaarsVan((await this.nieuwste()).document)) {
      const sleutel = await maakSleutel();
      this.sleutels.set(partij, sleutel);
      await this.schrijf(`sleutels/${partij}.jwk.json`, JSON.stringify(sleutel.jwk));
    }
  }
}
