import { startHub } from "@ketenhub/start";
import { audience, keyFileIn } from "../asker.ts";
import type { ContenderWorld } from "./start-contender.ts";

/** Starts the real hub on a world that is filled. */
export async function startHubOn({ directory, places }: ContenderWorld): Promise<string> {
  const hub = await startHub({
    port: 0,
    directory,
    identity: { audience, developmentKeyFile: keyFileIn(directory) },
    databaseOf: (naam) => {
      const place = places[naam];
      if (!place) throw new Error(`There is no database of ${naam} in this world.`);
      return place;
    },
    logLevel: "silent",
  });
  return hub.url;
}
