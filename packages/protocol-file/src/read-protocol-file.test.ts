import { OngeldigeVersies, OngeldigProtocol } from "@ketenhub/protocol";
import { afterEach, describe, expect, it } from "vitest";
import { OndertekendeMap, proef } from "../test/ondertekende-map.ts";
import { readProtocolversies } from "./read-protocol-file.ts";

let map: OndertekendeMap;
afterEach(() => map.verwijder());

const ouder = proef.replace("1.1.0", "1.0.0").replace("2026-01-01", "2025-01-01");
const bijzonder = (text: string) => text.replace("id: contact,", "id: contact, bijzonder: true,");

describe("the versions in a folder", () => {
  it("stand side by side, the oldest first, by the files that they are in", async () => {
    map = await OndertekendeMap.van(proef);
    await map.schrijf("vervangen/1.0.0.yaml", ouder);
    await map.schrijf("vervangen/aantekening.md", "geen versie");
    const { alle } = await readProtocolversies(map.directory);
    expect(alle.map(({ versie }) => versie)).toEqual(["1.0.0", "1.1.0"]);
  });

  it("are refused with files and lines when they overlap", async () => {
    map = await OndertekendeMap.van(proef);
    await map.schrijf(
      "vervangen/1.0.0.yaml",
      ouder.replace("2025-01-01", "2025-01-01\ngeldigTot: 2026-01-01"),
    );
    const error = await readProtocolversies(map.directory).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(OngeldigeVersies);
    expect((error as OngeldigeVersies).fouten).toEqual([
      `${map.path}/vervangen/1.0.0.yaml:4: versie 1.0.0 geldt tot en met 2026-01-01, maar versie 1.1.0 begint al op 2026-01-01 (${map.path}/gegevensuitwisselingsprotocol.yaml:3); verwacht een dag voor 2026-01-01, of geen geldigTot`,
    ]);
  });

  it("are refused when the newest is among those that were replaced, where later rules do not hold", async () => {
    map = await OndertekendeMap.van(proef);
    await map.schrijf(
      "vervangen/1.2.0.yaml",
      proef.replace("1.1.0", "1.2.0").replace("2026-01-01", "2026-02-01"),
    );
    await expect(readProtocolversies(map.directory)).rejects.toThrow(
      `${map.path}/gegevensuitwisselingsprotocol.yaml:3: versie 1.2.0 in vervangen/ begint later dan versie 1.1.0; verwacht de nieuwste versie in gegevensuitwisselingsprotocol.yaml`,
    );
  });

  it("are read by the rules of their time: only the newest by those that were made since", async () => {
    map = await OndertekendeMap.van(proef);
    await map.schrijf("vervangen/1.0.0.yaml", bijzonder(ouder));
    expect((await readProtocolversies(map.directory)).alle).toHaveLength(2);
    await map.schrijf("gegevensuitwisselingsprotocol.yaml", bijzonder(proef));
    await expect(readProtocolversies(map.directory)).rejects.toThrow(OngeldigProtocol);
  });
});
