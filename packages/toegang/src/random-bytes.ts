import { randomFillSync } from "node:crypto";

const pool = Buffer.alloc(4_096);
let used = pool.length;

/**
 * Random bytes that nobody got before. Drawn many at a time, because asking for a few costs as much; the bytes are the caller's
 * until the next call, so they are to be used or copied at once.
 */
export function randomBytes(length: number): Buffer {
  if (used + length > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += length;
  return pool.subarray(used - length, used);
}
