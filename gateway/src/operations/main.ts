import { manifestOf } from "./write-manifest.ts";

// npm run -s operations -- caseload.graphql dossier.graphql > operations/wpda.json
try {
  const files = process.argv.slice(2);
  if (files.length === 0) throw new Error("Expected files, each with one operation.");
  process.stdout.write(await manifestOf(files));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
