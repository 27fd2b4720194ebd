import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readGatewayConfig, readSupergraph, subgraphNamesOf } from "@ketenhub/gateway";
import { readSubgraphConfig } from "@ketenhub/subgraph";
import { DCLinter } from "dclint";
import { describe, expect, it } from "vitest";
import {
  type ComposeService,
  environmentOf,
  readComposeFile,
  readRootFile,
  variablesIn,
} from "../support/compose-file.ts";

const compose = await readComposeFile();
const composeText = await readRootFile("docker-compose.yml");
const dockerfile = await readRootFile("Dockerfile");
const example = await readRootFile(".env.example");
const supergraph = await readSupergraph();
const partners = subgraphNamesOf(supergraph);
const exampleVariables = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = "", value = ""]) => ({
  name,
  value,
}));

const services = Object.entries(compose.services);
const databases = services.filter(([, { image }]) => image?.startsWith("postgres:"));
const parts = services.filter(([, { build }]) => build !== undefined);
const key = (letter: string) => `k1:${Buffer.from(letter.repeat(32)).toString("base64")}`;
const variables: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    exampleVariables.map(({ name }, index) => [name, key(String.fromCharCode(97 + index))]),
  ),
  ...Object.fromEntries(
    partners.map((naam) => [`DATABASE_PASSWORD_${naam.toUpperCase()}`, "0123456789abcdef"]),
  ),
  OIDC_ISSUER: "https://inloggen.example",
  OIDC_AUDIENCE: "https://ketenhub.example/graphql",
  LOG_LEVEL: "warn",
};

function service(naam: string): ComposeService {
  const found = compose.services[naam];
  if (!found) throw new Error(`docker-compose.yml has no service ${naam}.`);
  return found;
}

function readConfig(naam: string, env: Readonly<Record<string, string>>) {
  return naam === "gateway" ? readGatewayConfig(partners, env) : readSubgraphConfig(naam, env);
}

describe("docker-compose.yml", () => {
  it("follows the Compose specification", () => {
    const file = fileURLToPath(new URL("../../docker-compose.yml", import.meta.url));
    const [result] = new DCLinter({ rules: {}, quiet: true, debug: false, exclude: [] }).lintFiles(
      [file],
      false,
    );
    const messages: readonly { readonly rule: string }[] = result.messages;
    expect(messages.filter(({ rule }) => rule === "invalid-schema")).toEqual([]);
  });

  it("runs the gateway, every subgraph of the supergraph, and a database for each", () => {
    const expected = ["gateway", ...partners, ...partners.map((naam) => `${naam}-db`)];
    expect(services.map(([naam]) => naam).sort()).toEqual(expected.sort());
    expect(databases).toHaveLength(partners.length);
  });

  it("builds each part from a folder that has a main.ts", () => {
    for (const [, { build }] of parts) {
      expect(existsSync(new URL(`../../${build?.args.PART}/src/main.ts`, import.meta.url))).toBe(true);
      expect(existsSync(new URL(`../../${build?.args.PART}/package.json`, import.meta.url))).toBe(true);
    }
  });

  it("listens on the ports that the parts have by themselves", () => {
    for (const [naam, part] of parts) {
      expect([naam, part.build?.args.PORT]).toEqual([
        naam,
        readConfig(naam, environmentOf(part, variables)).port,
      ]);
    }
  });

  it("tells the gateway the addresses that stand in the supergraph", () => {
    const told = readGatewayConfig(partners, environmentOf(service("gateway"), variables)).subgraphs;
    for (const naam of partners) {
      expect(supergraph).toContain(`@join__graph(name: "${naam}", url: "${told[naam]}")`);
      expect(told[naam]).toBe(`http://${naam}:${service(naam).build?.args.PORT}/graphql`);
    }
  });

  it("gives each part nothing that its config does not read", () => {
    for (const [naam, part] of parts) {
      const read = new Set<string>();
      const env = new Proxy(environmentOf(part, variables), {
        get(target, name, receiver) {
          read.add(String(name));
          return Reflect.get(target, name, receiver);
        },
      });
      readConfig(naam, env);
      expect(Object.keys(part.environment).filter((name) => !read.has(name))).toEqual([]);
    }
  });

  it("gives each bronhouder the key with which the gemeente signs for it, and no other", () => {
    const { ondertekening } = readSubgraphConfig("gemeente", environmentOf(service("gemeente"), variables));
    const others = partners.filter((naam) => naam !== "gemeente");
    expect([...ondertekening.keys()].sort()).toEqual([...others].sort());
    for (const naam of others) {
      const { sleutels } = readSubgraphConfig(naam, environmentOf(service(naam), variables));
      expect(sleutels).toEqual([ondertekening.get(naam)]);
    }
  });

  it("gives each part the signed protocol of the machine itself, to read only", () => {
    for (const [naam, part] of parts) {
      const { protocol } = readConfig(naam, environmentOf(part, variables));
      expect([naam, protocol]).toEqual([naam, { directory: "/protocol", ondertekend: true }]);
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Compose's, not ours.
      expect(part.volumes).toEqual(["${PROTOCOL_DIRECTORY:?see .env.example}:/protocol:ro"]);
    }
  });

  it("gives each subgraph its own database, with the password of that database", () => {
    for (const naam of partners) {
      const { database } = readSubgraphConfig(naam, environmentOf(service(naam), variables));
      const made = environmentOf(service(`${naam}-db`), variables);
      expect(database).toMatchObject({
        kind: "server",
        url: `postgres://${made["POSTGRES_USER"]}:${made["POSTGRES_PASSWORD"]}@${naam}-db:5432/${made["POSTGRES_DB"]}`,
      });
    }
  });

  it("has no secret in it, and does not start without one", () => {
    for (const [naam, { environment }] of services) {
      for (const [name, value] of Object.entries(environment)) {
        if (!/PASSWORD|SLEUTELS|DATABASE_URL/.test(name)) continue;
        expect(`${naam} ${name} ${value}`).toMatch(/\$\{[A-Z_]+:\?[^}]+\}/);
      }
    }
  });

  it("asks for the variables of .env.example, and for no others", () => {
    expect(exampleVariables.map(({ name }) => name).sort()).toEqual(variablesIn(composeText));
    expect(exampleVariables.filter(({ value }) => value !== "").map(({ name }) => name)).toEqual([
      "LOG_LEVEL",
    ]);
  });

  it("publishes the gateway only, and only on the machine itself", () => {
    const published = services.filter(([, { ports }]) => ports !== undefined);
    expect(published.map(([naam, { ports }]) => [naam, ports])).toEqual([
      ["gateway", ["127.0.0.1:4000:4000"]],
    ]);
  });

  it("lets nothing but its own subgraph reach a database", () => {
    for (const naam of partners) {
      const [network = "", ...others] = service(`${naam}-db`).networks;
      expect(others).toEqual([]);
      expect(compose.networks[network]).toEqual({ internal: true });
      const onIt = services.filter(([, { networks }]) => networks.includes(network)).map(([one]) => one);
      expect(onIt.sort()).toEqual([naam, `${naam}-db`]);
    }
  });

  it("starts a subgraph when its database answers, and the gateway whoever is down", () => {
    for (const naam of partners) {
      expect(service(naam).depends_on).toEqual({ [`${naam}-db`]: { condition: "service_healthy" } });
    }
    expect(Object.values(service("gateway").depends_on ?? {})).toEqual(
      partners.map(() => ({ condition: "service_started" })),
    );
  });

  it("runs everything on a read-only file system, without capabilities and without root", () => {
    for (const [naam, { read_only, cap_drop, security_opt, user }] of services) {
      expect([naam, read_only, cap_drop, security_opt]).toEqual([
        naam,
        true,
        ["ALL"],
        ["no-new-privileges:true"],
      ]);
      const isDatabase = databases.some(([one]) => one === naam);
      expect([naam, user]).toEqual([naam, isDatabase ? "postgres" : undefined]);
    }
  });
});

describe("Dockerfile", () => {
  it("runs a part as the user node, in production, where the network can reach it", () => {
    const runtime = dockerfile.slice(dockerfile.lastIndexOf("\nFROM "));
    expect(runtime).toMatch(/^USER node$/m);
    expect(runtime).toMatch(/^ENV NODE_ENV=production HOST=0\.0\.0\.0 /m);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's, not ours.
    expect(runtime).toContain('CMD ["sh", "-c", "exec node ${PART}/src/main.js"]');
  });

  it("copies what is there", () => {
    const copied = ["package-lock.json", ".npmrc", "schema/supergraph.graphql", "schema/protocol"];
    const missing = copied.filter((path) => !existsSync(new URL(`../../${path}`, import.meta.url)));
    expect(missing).toEqual([]);
    for (const path of copied) expect(dockerfile).toContain(` ${path} `);
    for (const naam of partners)
      expect(existsSync(new URL(`../../subgraphs/${naam}/schema`, import.meta.url))).toBe(true);
  });
});
