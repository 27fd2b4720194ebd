const maximumLength = 8 * 1024;

/** The one token in an Authorization header, per RFC 6750 §2.1; its text is the first thing that a stranger controls. */
export function readBearer(authorization: string | undefined): string {
  if (!authorization) throw new Error("Expected an Authorization header, but there is none.");
  if (authorization.length > maximumLength) {
    throw new Error(`Expected at most ${maximumLength} characters, but got ${authorization.length}.`);
  }
  const token = /^bearer +([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
  if (!token) throw new Error("Expected the scheme Bearer and exactly one token.");
  return token;
}
