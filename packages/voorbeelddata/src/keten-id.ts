import { scramble } from "./willekeur.ts";

/** How many ids one person has to give away: one for himself, the others for the rows about him. */
export const IDS_PER_PERSOON = 256;

const MAX_VOLGNUMMER = 2 ** 32 / IDS_PER_PERSOON - 1;

// An id is made hundreds of thousands of times a second in a load test, so it is put together from parts.
const heads = Array.from({ length: 65_536 }, (_, value) => value.toString(16).padStart(4, "0"));
const tails = Array.from({ length: 4_096 }, (_, value) => tail(scramble(value)));

/**
 * The `nummer`th id of a person, in the shape of a UUID version 4 (RFC 9562, section 5.4). Number 0 is his keten-id.
 * Two different pairs never share an id: the first 32 bits are a one-to-one scramble of the pair.
 */
export function ketenId(volgnummer: number, nummer = 0): string {
  if (nummer >= IDS_PER_PERSOON || volgnummer > MAX_VOLGNUMMER) {
    throw new RangeError(
      `Expected at most ${IDS_PER_PERSOON} ids for persons up to ${MAX_VOLGNUMMER}, but got id ${nummer} of ${volgnummer}.`,
    );
  }
  const head = scramble(volgnummer * IDS_PER_PERSOON + nummer);
  const tail = tails[scramble(head) >>> 20] ?? "";
  return `${heads[head >>> 16]}${heads[head & 0xffff]}${tail}`;
}

/** The ids that one person gives away, from number 1 on. */
export class KetenIds {
  readonly #volgnummer: number;
  #given = 0;

  constructor(volgnummer: number) {
    this.#volgnummer = volgnummer;
  }

  /** An id that nobody had before. */
  next(): string {
    this.#given += 1;
    return ketenId(this.#volgnummer, this.#given);
  }
}

// Private: all after the first eight digits, with the bits of version and variant in their places.
function tail(seed: number): string {
  const [b, c, d] = [
    scramble(seed ^ 0x9e37_79b9),
    scramble(seed ^ 0x7f4a_7c15),
    scramble(seed ^ 0x5851_f42d),
  ];
  const version = 0x4000 | (b & 0x0fff);
  const variant = 0x8000 | (c >>> 18);
  const digits = [b >>> 16, version, variant, c & 0xffff, d >>> 16, d & 0xffff].map((part) => heads[part]);
  return `-${digits[0]}-${digits[1]}-${digits[2]}-${digits.slice(3).join("")}`;
}
