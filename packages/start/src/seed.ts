/**
 * Fills the databases with a large population for load tests.
 *
 *   npm run seed -- --nieuwkomers 100000
 *
 * The databases are those of `npm start`: embedded in KETENHUB_DIR, or on the servers of <PARTNER>_DATABASE_URL. The hub must not
 * be running on embedded ones.
 */
import { SingleBar } from "cli-progress";
import { readHubConfig } from "./config.ts";
import { readNieuwkomers } from "./seed-arguments.ts";
import { seedDatabases } from "./seed-databases.ts";

try {
  const nieuwkomers = readNieuwkomers(process.argv.slice(2));
  const bar = new SingleBar({
    format: "{bar} {percentage}% | {value} of {total} nieuwkomers | {eta_formatted} to go",
    noTTYOutput: true,
  });
  try {
    await seedDatabases(readHubConfig(process.env), nieuwkomers, new Date(), (done) => {
      if (!bar.isActive) bar.start(nieuwkomers, 0);
      bar.update(done);
    });
  } finally {
    // A bar that still runs would keep the process from ending.
    bar.stop();
  }
} catch (error) {
  process.stderr.write(`\nseed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
