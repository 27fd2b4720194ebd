import { readProtocolFile } from "@ketenhub/protocol-file";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afnemer, artikel, moment, protocolVan } from "../test/verzoek.ts";
import type { CompiledProtocol } from "./compile.ts";
import { decide } from "./decide.ts";
import type { ProtocolDocument, Voorwaarde } from "./document.ts";
import type { Feiten } from "./feiten.ts";
import { vergelijk } from "./vergelijk.ts";
import { wijzigingenVan } from "./wijzigingen.ts";

const voorwaarde = fc.constantFrom<Voorwaarde>(
  "betrokken",
  "eigen-gemeente",
  "eigen-dossier",
  "toestemming",
  "eigen-taak",
  { "eigen-taak": "werk" },
  { "eigen-taak": "zorg" },
  { lopend: "ontzorgen" },
);
const rest = fc.record({
  rollen: fc.uniqueArray(fc.constantFrom("werkcoach", "docent"), { minLength: 1 }),
  lezen: fc.uniqueArray(fc.constantFrom("contact", "bsn"), { minLength: 1 }),
});
const soms = fc.constantFrom<Voorwaarde>("eigen-caseload", "eigen-register", "geaggregeerd");
const protocolMet = (een: fc.Arbitrary<Voorwaarde>): fc.Arbitrary<CompiledProtocol> =>
  fc
    .array(fc.tuple(rest, fc.uniqueArray(een, { minLength: 1, maxLength: 3, comparator: "SameValue" })), {
      maxLength: 4,
    })
    .map((list) =>
      protocolVan(
        ...list.map(([change, voorwaarden], index) => artikel(`1.${index}`, { ...change, voorwaarden })),
      ),
    );

/** Somebody of whom exactly this is true. */
interface Waar {
  readonly betrokken: boolean;
  readonly gemeente: boolean;
  readonly zelf: boolean;
  readonly toestemming: boolean;
  readonly taken: readonly string[];
  readonly ontzorgen: boolean;
}

const waar: fc.Arbitrary<Waar & { register: boolean; caseload: boolean }> = fc.record({
  betrokken: fc.boolean(),
  gemeente: fc.boolean(),
  zelf: fc.boolean(),
  toestemming: fc.boolean(),
  taken: fc.subarray(["werk", "zorg", "ontmoeten"]),
  ontzorgen: fc.boolean(),
  register: fc.boolean(),
  caseload: fc.boolean(),
});

function feitenVan(is: Waar, register = false, caseload = false): Feiten {
  const medewerkerId = caseload ? { medewerkerId: "an" } : {};
  const dossiers = register ? [{ doelen: ["reintegratie"], medewerkers: [], gemeente: "GM0000" }] : [];
  return {
    persoonId: is.zelf ? "p1" : "p2",
    keten: {
      gemeente: is.gemeente ? "GM1680" : "GM0000",
      relaties: is.betrokken ? [{ doel: "reintegratie", begindatum: "2026-01-01", ...medewerkerId }] : [],
      toestemmingen: is.toestemming ? ["contact", "bsn"] : [],
      openTaken: is.taken,
    },
    register: { dossiers },
    lopend: { ontzorgen: is.ontzorgen ? "2027-01-01" : undefined },
  };
}

function isOpen(protocol: CompiledProtocol, rol: string, gegeven: string, persoon: Feiten): boolean {
  const beller = { ...afnemer, rol, nieuwkomerId: "p1" };
  const vraag = { afnemer: beller, doel: "reintegratie", actie: "lezen", gegeven, persoon, moment } as const;
  return decide(protocol, vraag).uitkomst === "toegestaan";
}

describe("every two protocols", () => {
  it("nobody gets anything of which the comparison does not say that it opens", () => {
    const protocol = protocolMet(fc.oneof(voorwaarde, soms));
    let opened = 0;
    fc.assert(
      fc.property(protocol, protocol, waar, (oud, nieuw, is) => {
        const { verschuivingen } = vergelijk(oud.document, nieuw.document);
        const persoon = feitenVan(is, is.register, is.caseload);
        for (const rol of ["werkcoach", "docent"]) {
          for (const gegeven of ["contact", "bsn"]) {
            if (isOpen(oud, rol, gegeven, persoon) || !isOpen(nieuw, rol, gegeven, persoon)) continue;
            opened++;
            const said = verschuivingen.find((one) => one.rol === rol && one.gegeven === gegeven);
            expect(said?.erbij.length).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 400 },
    );
    expect(opened).toBeGreaterThan(20);
  }, 20_000);

  it("there is somebody for whom what is said to open really opens", () => {
    const protocol = protocolMet(voorwaarde);
    fc.assert(
      fc.property(protocol, protocol, (oud, nieuw) => {
        for (const { rol, gegeven, erbij } of vergelijk(oud.document, nieuw.document).verschuivingen) {
          for (const alternatief of erbij) {
            const persoon = feitenVan(precies(alternatief));
            expect(isOpen(oud, rol, gegeven, persoon)).toBe(false);
            expect(isOpen(nieuw, rol, gegeven, persoon)).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  }, 20_000);

  it("what opens one way closes the other way", () => {
    const protocol = protocolMet(fc.oneof(voorwaarde, soms));
    fc.assert(
      fc.property(protocol, protocol, (oud, nieuw) => {
        const heen = vergelijk(oud.document, nieuw.document).verschuivingen;
        const terug = vergelijk(nieuw.document, oud.document).verschuivingen;
        const omgekeerd = terug.map(({ erbij, eraf, eerst, nu, ...wie }) => ({
          ...wie,
          erbij: eraf,
          eraf: erbij,
          eerst: nu,
          nu: eerst,
        }));
        expect(new Set(heen.map((one) => JSON.stringify(gesorteerd(one))))).toEqual(
          new Set(omgekeerd.map((one) => JSON.stringify(gesorteerd(one)))),
        );
      }),
    );
  });
});

describe("every change of the agreed protocol", () => {
  it("is seen: of each kind of part, the removal and another value", async () => {
    const { document } = await readProtocolFile();
    const parts = kindsOf(document);
    expect(parts.size).toBeGreaterThan(30);
    const unseen = [...parts.values()].flatMap((path) =>
      [removed, altered]
        .map((change) => change(document, path))
        .filter((changed) => {
          return wijzigingenVan(document, changed).length === 0;
        })
        .map(() => path.join(".")),
    );
    expect(unseen).toEqual([]);
  }, 20_000);
});

// Private.
function precies(alternatief: readonly Voorwaarde[]): Waar {
  const heeft = (naam: Voorwaarde) => alternatief.includes(naam);
  const taken = alternatief.flatMap((een) =>
    typeof een === "object" && "eigen-taak" in een ? [een["eigen-taak"]] : [],
  );
  return {
    betrokken: heeft("betrokken"),
    gemeente: heeft("eigen-gemeente"),
    zelf: heeft("eigen-dossier"),
    toestemming: heeft("toestemming"),
    // Of a leefgebied about which no article asks, when any will do.
    taken: taken.length === 0 && heeft("eigen-taak") ? ["ontmoeten"] : taken,
    ontzorgen: alternatief.some((een) => typeof een === "object" && "lopend" in een),
  };
}

function gesorteerd(waarde: object): unknown {
  return Object.entries(waarde).sort(([een], [ander]) => (een < ander ? -1 : 1));
}

type Path = readonly (string | number)[];

/** One path for each kind of part of a document: `doelen.*.naloop` counts once. */
function kindsOf(
  value: unknown,
  path: Path = [],
  found = new Map<string, Path>(),
): ReadonlyMap<string, Path> {
  const kind = path.map((part) => (typeof part === "number" ? "*" : part)).join(".");
  if (path.length > 0 && !found.has(kind)) found.set(kind, path);
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) kindsOf(item, [...path, index], found);
  else if (typeof value === "object" && value !== null)
    for (const [name, item] of Object.entries(value)) kindsOf(item, [...path, name], found);
  return found;
}

function removed(document: ProtocolDocument, path: Path): ProtocolDocument {
  return changedAt(document, path, (parent, key) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    // Without a list that must be there it is no document.
    else if (Array.isArray(parent[key])) parent[key] = [];
    else delete parent[key];
  });
}

function altered(document: ProtocolDocument, path: Path): ProtocolDocument {
  return changedAt(document, path, (parent, key) => {
    const value = parent[key];
    if (typeof value === "string") parent[key] = `${value}x`;
    else if (typeof value === "number") parent[key] = value + 1;
    else if (typeof value === "boolean") parent[key] = !value;
    else if (Array.isArray(value))
      parent[key] = [...value, typeof value[0] === "string" ? "x" : { ...value[0], id: "x", tekst: "x" }];
    else parent[key] = { ...value, id: "x", tekst: "x" };
  });
}

// biome-ignore lint/suspicious/noExplicitAny: any part of a document, to be changed in a copy.
type Part = any;

function changedAt(
  document: ProtocolDocument,
  path: Path,
  change: (parent: Part, key: string | number) => void,
) {
  const copy = structuredClone(document);
  let parent: Part = copy;
  for (const part of path.slice(0, -1)) parent = parent[part];
  change(parent, path.at(-1) ?? "");
  return copy;
}
