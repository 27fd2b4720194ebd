import { readFile } from "node:fs/promises";
import { parse } from "yaml";

/** What the tests look at in a service of docker-compose.yml. */
export interface ComposeService {
  readonly image?: string;
  readonly build?: {
    readonly context: string;
    readonly args: { readonly PART: string; readonly PORT: number };
  };
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly networks: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
}

/** What the tests look at in docker-compose.yml. */
export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
}

const root = new URL("../../", import.meta.url);

/** The text of a file, by its path from the root of the repository. */
export function readRootFile(path: string): Promise<string> {
  return readFile(new URL(path, root), "utf8");
}

/** docker-compose.yml with its merge keys applied, and its variables as they stand. */
export async function readComposeFile(): Promise<ComposeFile> {
  return parse(await readRootFile("docker-compose.yml"), { merge: true }) as ComposeFile;
}

const variable = /\$\{([A-Z_]+)(?::([?-])([^}]*))?\}/g;

/** The names of the variables in a text. */
export function variablesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(variable)].map(([, name]) => name ?? ""))].sort();
}

/** The environment of a service as Compose would give it, with these variables. */
export function environmentOf(
  { environment }: ComposeService,
  variables: Readonly<Record<string, string>>,
): Record<string, string> {
  const filledIn = (text: string) =>
    text.replaceAll(variable, (_, name: string, kind?: string, rest?: string) => {
      const value = variables[name] ?? (kind === "-" ? rest : undefined);
      if (value === undefined)
        throw new Error(`docker-compose.yml asks for ${name}, which the test does not give.`);
      return value;
    });
  return Object.fromEntries(
    Object.entries(environment).map(([key, value]) => [key, filledIn(String(value))]),
  );
}
