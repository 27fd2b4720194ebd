/** A secret shared by the gemeente and one bronhouder, with an id so that it can be replaced without a pause. */
export interface Sleutel {
  readonly kid: string;
  readonly secret: Buffer;
}

/**
 * Reads keys written as `kid:base64`, separated by commas: the first signs, all are accepted. Throws when a key is shorter than
 * 32 bytes or when an id occurs twice.
 */
export function readSleutels(text: string, naam: string): readonly [Sleutel, ...Sleutel[]] {
  const sleutels = text.split(",").map((part) => readSleutel(part.trim(), naam));
  if (new Set(sleutels.map(({ kid }) => kid)).size !== sleutels.length) {
    throw new Error(`${naam}: expected every key id once, but one occurs twice.`);
  }
  // Splitting gives at least one part: an empty text is one key, and that is refused above.
  return sleutels as [Sleutel, ...Sleutel[]];
}

// Private: the text of a key is never repeated in a message.
function readSleutel(part: string, naam: string): Sleutel {
  const match = /^([A-Za-z0-9_-]{1,20}):([A-Za-z0-9+/_-]+={0,2})$/.exec(part);
  const secret = Buffer.from(match?.[2] ?? "", "base64");
  if (!match?.[1] || secret.length < 32) {
    throw new Error(`${naam}: expected kid:base64 with at least 32 random bytes, but got something else.`);
  }
  return { kid: match[1], secret };
}
