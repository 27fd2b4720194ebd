import { TeVeelVragen } from "@ketenhub/errors";
import { secondsUntil, window } from "./point-counter.ts";

/** Attempts from one place. */
interface Place {
  failed: number;
  /** When its failures are forgotten, in milliseconds since the epoch. */
  until: number;
  /** How many are being made now: each of them may yet fail. */
  going: number;
  /** How many want to be made, those that are going included. */
  wanted: number;
  readonly waiting: (() => void)[];
}

/**
 * Lets only so many attempts from one place fail in a minute, however many come at once: what is going may fail, and has its room kept.
 * What comes when all room is kept is not refused for it, but waits until one of those turns out well.
 */
export class Attempts {
  readonly #mostFailures: number;
  readonly #places = new Map<string, Place>();

  constructor(mostFailures: number) {
    this.#mostFailures = mostFailures;
  }

  /** Makes an attempt; throws `TeVeelVragen` instead when too many failed. Only what `isFailure` says of an error counts. */
  async make<T>(key: string, attempt: () => Promise<T>, isFailure: (error: unknown) => boolean): Promise<T> {
    const place = this.#places.get(key) ?? { failed: 0, until: 0, going: 0, wanted: 0, waiting: [] };
    this.#places.set(key, place);
    place.wanted += 1;
    try {
      await this.#start(place);
      try {
        return await attempt();
      } catch (error) {
        if (isFailure(error)) this.#countFailure(key, place);
        throw error;
      } finally {
        place.going -= 1;
        this.#wake(place);
      }
    } finally {
      place.wanted -= 1;
      this.#forget(key, place);
    }
  }

  /** Looks for room and takes it in one step: what came in between would take the same room. */
  async #start(place: Place): Promise<void> {
    while (place.failed + place.going >= this.#mostFailures) {
      if (place.failed >= this.#mostFailures) {
        throw new TeVeelVragen(secondsUntil({ msBeforeNext: place.until - Date.now() }));
      }
      await new Promise<void>((go) => place.waiting.push(go));
    }
    place.going += 1;
  }

  #countFailure(key: string, place: Place): void {
    place.failed += 1;
    if (place.failed > 1) return;
    place.until = Date.now() + window * 1000;
    setTimeout(() => {
      place.failed = 0;
      this.#wake(place);
      this.#forget(key, place);
    }, window * 1000).unref();
  }

  /** As many as there is room for; all of them when none will come, for they are refused. */
  #wake({ failed, going, waiting }: Place): void {
    const left = this.#mostFailures - failed;
    for (const go of waiting.splice(0, left > 0 ? left - going : waiting.length)) go();
  }

  #forget(key: string, place: Place): void {
    if (place.wanted === 0 && place.failed === 0) this.#places.delete(key);
  }
}
