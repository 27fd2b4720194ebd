/** Every choice in the example data starts here, so changing this number changes everyone. */
const SEED = 0x1680_2020;

/** A source of choices that makes the same choices each time it starts from the same number. */
export class Willekeur {
  #state: number;

  /** The choices of one person: they do not shift when somebody is added before or after. */
  constructor(volgnummer: number) {
    this.#state = scramble(volgnummer ^ SEED);
  }

  /** A whole number, both ends included. */
  geheel(min: number, max: number): number {
    return min + Math.floor(this.#next() * (max - min + 1));
  }

  /** True in the given part of cases, 0 to 1. */
  kans(deel: number): boolean {
    return this.#next() < deel;
  }

  /** One element of a list that has any. */
  kies<T>(lijst: readonly [T, ...T[]]): T {
    return lijst[Math.floor(this.#next() * lijst.length)] ?? lijst[0];
  }

  // Tommy Ettinger's mulberry32: a number in [0, 1).
  #next(): number {
    this.#state = (this.#state + 0x6d2b_79f5) | 0;
    const state = this.#state;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}

/** The 32-bit finaliser of MurmurHash3: different numbers in, different numbers out. */
export function scramble(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
