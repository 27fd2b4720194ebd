import { execFile } from "node:child_process";
import { access } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const folder = fileURLToPath(new URL("../peers/", import.meta.url));

/** Installs what the hub is measured against, when that was not done yet. */
export async function installPeers(): Promise<void> {
  const installed = await access(`${folder}node_modules/.package-lock.json`).then(
    () => true,
    () => false,
  );
  if (installed) return;
  console.log("Installing what the hub is measured against, in test/bench/peers.");
  await promisify(execFile)(
    "npm",
    ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    { cwd: folder },
  );
}
