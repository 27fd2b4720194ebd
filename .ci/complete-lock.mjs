/**
 * Adds to package-lock.json the optional packages for other platforms that the registry in use does not hold.
 *
 *   npm run lock     after npm install, when test/contract/lock-file.test.ts says that one is missing
 *
 * Without an entry for each of them, `npm ci` refuses the lock file.
 */
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const platform =
  /-?(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|ppc64|riscv64|s390x)(?:-(gnueabihf|gnu|musleabihf|musl|eabi|msvc))?$/;
const libcs = { gnu: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" };

for (const [where, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (lock.packages[`node_modules/${name}`] || lock.packages[`${where}/node_modules/${name}`]) continue;
    const [, os, cpu, abi] = platform.exec(name) ?? [];
    if (!os) throw new Error(`${name} is missing from the lock file and is no package for a platform.`);
    const libc = os === "linux" ? libcs[abi] : undefined;
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(parent.dev ? { dev: true } : {}),
      ...(libc ? { libc: [libc] } : {}),
      ...(parent.license ? { license: parent.license } : {}),
      optional: true,
      os: [os],
      ...(parent.engines ? { engines: parent.engines } : {}),
    };
  }
}

const { "": root, ...rest } = lock.packages;
const sorted = Object.entries(rest).sort(([one], [other]) => one.localeCompare(other, "en"));
lock.packages = { "": root, ...Object.fromEntries(sorted) };
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
