import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { importsOf, readSourceFiles, type SourceFile } from "./source-files.ts";

const files = await readSourceFiles();
const product = files.filter(({ isTest }) => !isTest);
const under = (...folders: readonly string[]) =>
  product.filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)));

/** The imports of these files that are refused, as `file: import`. */
const offences = (of: readonly SourceFile[], isRefused: (name: string, path: string) => boolean) =>
  of.flatMap(({ path, imports }) =>
    imports.filter((name) => isRefused(name, path)).map((name) => `${path}: ${name}`),
  );

const isOwn = (name: string) => name.startsWith("./") || name.startsWith("../");
const isPackage = (name: string, ...packages: readonly string[]) =>
  packages.some((one) => name === one || name.startsWith(`${one}/`));

const subgraphs = [...new Set(files.flatMap(({ path }) => /^subgraphs\/([^/]+)\//.exec(path)?.[1] ?? []))];
const subgraphPackages = subgraphs.map((naam) => `@ketenhub/${naam}`);

describe("the files that are looked at", () => {
  it("are all there", () => {
    expect(product.length).toBeGreaterThan(100);
    expect(subgraphs).toEqual(["gemeente", "roc", "vluchtelingenwerk", "wpda"]);
  });

  it("are read with every way to import", () => {
    const text = `
      import a from "a"; import type { B } from 'b'; export * from "c"; import "d";
      const e = await import("e"); const f = require("f"); type G = typeof import("g");
      import.meta.resolve("h"); import {
        i,
      } from "i";
      // import "no"
    `;
    expect(importsOf(text)).toEqual(["a", "b", "c", "d", "e", "f", "g", "h", "i"]);
  });
});

describe("a package", () => {
  it("named protocol knows nothing but the protocol: no file, no network, no GraphQL", () => {
    const refused = (name: string) => !isOwn(name) && !isPackage(name, "yaml", "zod");
    expect(offences(under("packages/protocol/src"), refused)).toEqual([]);
    expect(
      under("packages/protocol/src").filter(({ text }) => /\b(process|fetch)\b\s*[.(]/.test(text)),
    ).toEqual([]);
  });

  it("named errors knows graphql and a random number", () => {
    const refused = (name: string) => !isOwn(name) && name !== "graphql" && name !== "node:crypto";
    expect(offences(under("packages/errors/src"), refused)).toEqual([]);
  });

  it("does not reach into another by its files", () => {
    const leaves = (name: string, path: string) => {
      const own = path
        .split("/")
        .slice(0, path.startsWith("gateway/") ? 1 : 2)
        .join("/");
      return isOwn(name) && !new URL(name, `file:///${path}`).pathname.startsWith(`/${own}/`);
    };
    expect(offences(under("packages", "subgraphs", "gateway"), leaves)).toEqual([]);
  });

  it("goes in at the front of another", () => {
    expect(offences(product, (name) => /^@ketenhub\/[^/]+\//.test(name))).toEqual([]);
  });
});

describe("a subgraph", () => {
  it.each(subgraphs)("knows no other: %s", (naam) => {
    const others = subgraphPackages.filter((one) => one !== `@ketenhub/${naam}`);
    expect(offences(under(`subgraphs/${naam}`), (name) => isPackage(name, ...others))).toEqual([]);
  });

  it("holds no access logic: it knows neither the protocol, nor shield, nor the gateway", () => {
    const refused = (name: string) =>
      isPackage(
        name,
        "@ketenhub/protocol",
        "@ketenhub/protocol-file",
        "@ketenhub/protocol-shield",
        "@ketenhub/gateway",
        "graphql-shield",
        "graphql-middleware",
      );
    expect(offences(under("subgraphs"), refused)).toEqual([]);
  });

  it("is known to nobody but what starts it", () => {
    const others = product.filter(
      ({ path }) => !path.startsWith("packages/start/") && !path.startsWith("subgraphs/"),
    );
    expect(
      offences(others, (name) => isPackage(name, ...subgraphPackages) || name.includes("/subgraphs/")),
    ).toEqual([]);
  });
});

describe("the gateway", () => {
  it("knows no subgraph, no database and no capability: it cannot decide, only leave out", () => {
    const refused = (name: string) =>
      isPackage(
        name,
        ...subgraphPackages,
        "@ketenhub/subgraph",
        "@ketenhub/database",
        "@ketenhub/toegang",
        "typeorm",
        "pg",
      );
    expect(offences(under("gateway"), refused)).toEqual([]);
  });
});

describe("graphql-shield", () => {
  const shieldFile = "packages/protocol-shield/src/shield.ts";
  const isShield = (name: string) => isPackage(name, "graphql-shield", "graphql-middleware");

  it("is named in one file", () => {
    expect([
      ...new Set(files.filter(({ imports }) => imports.some(isShield)).map(({ path }) => path)),
    ]).toEqual([shieldFile]);
  });

  it("lends no combinators: S2 and S11, `not` and `or` open more than they say", () => {
    const text = files.find(({ path }) => path === shieldFile)?.text ?? "";
    const exported = [...text.matchAll(/export const \{([^}]*)\}/g)].flatMap(([, names = ""]) =>
      names.split(","),
    );
    expect(
      exported
        .map((name) => name.trim())
        .filter(Boolean)
        .sort(),
    ).toEqual(["allow", "applyMiddleware", "deny", "rule", "shield"]);
  });

  it("caches nothing: S3, S4 and S5, its caches serve one person's answer for another", () => {
    const caches = under("packages/protocol-shield").flatMap(({ text }) => [
      ...text.matchAll(/cache:\s*("\w+")/g),
    ]);
    expect(caches.map(([, kind]) => kind)).toEqual(['"no_cache"']);
  });
});

describe("the environment", () => {
  it("is read only by the files that biome lets read it", async () => {
    const { overrides } = JSON.parse(await readFile(new URL("../../biome.json", import.meta.url), "utf8"));
    const allowed: readonly RegExp[] = overrides
      .filter((one: Override) => one.linter.rules.style?.noProcessEnv === "off")
      .flatMap((one: Override) => one.includes.map(toPattern));
    expect(allowed.length).toBeGreaterThan(0);
    const readers = product.filter(({ text }) =>
      /\bprocess\s*(?:\.\s*env\b|\[)|\benv\b.*from "node:process"/.test(text),
    );
    expect(readers.map(({ path }) => path).filter((path) => !allowed.some((one) => one.test(path)))).toEqual(
      [],
    );
  });
});

interface Override {
  readonly includes: readonly string[];
  readonly linter: { readonly rules: { readonly style?: { readonly noProcessEnv?: string } } };
}

function toPattern(glob: string): RegExp {
  const escaped = glob.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  const wild = escaped.replace(
    /\*\*\/|\*\*|\*/g,
    (star) => ({ "**/": "(?:.*/)?", "**": ".*" })[star] ?? "[^/]*",
  );
  return new RegExp(`^${wild}$`);
}

describe("a file", () => {
  const written = under("packages", "gateway", "subgraphs");

  it("is no longer than 300 lines", () => {
    expect(written.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path}: ${lines}`)).toEqual(
      [],
    );
  });

  it("is usually shorter than 70", () => {
    const lengths = written.map(({ lines }) => lines).sort((one, other) => one - other);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(70);
  });

  it("is named in kebab-case", () => {
    const named = written.filter(
      ({ path }) => !/^(?:[a-z0-9-]+\/)*[a-z0-9]+(?:-[a-z0-9]+)*(?:\.config)?\.ts$/.test(path),
    );
    expect(named.map(({ path }) => path)).toEqual([]);
  });
});
