/** One thing that is wrong in an environment, as a validator reports it. */
export interface EnvironmentIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * The environment keeps a process from starting: a line for each variable that is missing or wrong. Values are not repeated, for
 * some of them are secrets.
 */
export function environmentError(
  of: string,
  issues: readonly EnvironmentIssue[],
  env: Readonly<Record<string, string | undefined>>,
): Error {
  const lines = issues.map(({ path, message }) => {
    const name = String(path[0] ?? "");
    if (env[name] === undefined) return `  ${name} is missing.`;
    return `  ${name}: ${message.replace(`${name}: `, "").replace(/\.$/, "")}.`;
  });
  return new Error(`Invalid environment of ${of}:\n${lines.join("\n")}`);
}
