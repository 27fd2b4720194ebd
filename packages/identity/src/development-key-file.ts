import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import { z } from "zod";

const PrivateJwk = z.object({
  kty: z.literal("RSA"),
  alg: z.literal("RS256"),
  kid: z.string(),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});
const PublicJwk = PrivateJwk.pick({ kty: true, alg: true, kid: true, n: true, e: true });

/** The signing key; made first, readable by its owner only, when there is none. */
export async function openPrivateKey(keyFile: string) {
  return (await readJwk(keyFile, PrivateJwk)) ?? (await createKey(keyFile));
}

/** The public half, or undefined as long as nobody has made the file. */
export function readPublicKey(keyFile: string) {
  return readJwk(keyFile, PublicJwk);
}

async function createKey(keyFile: string) {
  const { privateKey } = await generateKeyPair("RS256", { modulusLength: 2048, extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);

  // Written aside and linked into place: of two processes that start together one wins, and none reads half a file.
  const draft = `${keyFile}.${randomUUID()}`;
  await mkdir(dirname(keyFile), { recursive: true, mode: 0o700 });
  await writeFile(draft, JSON.stringify({ ...jwk, alg: "RS256", kid }), { flag: "wx", mode: 0o600 });
  try {
    await link(draft, keyFile).catch(unless("EEXIST"));
  } finally {
    await rm(draft, { force: true });
  }

  const key = await readJwk(keyFile, PrivateJwk);
  if (!key) throw new Error(`${keyFile} disappeared while it was being made. Start again.`);
  return key;
}

async function readJwk<T>(keyFile: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const text = await readFile(keyFile, "utf8").catch(unless("ENOENT"));
  if (text === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    // Without cause: a parse error can quote the key.
    throw new Error(`${keyFile} does not hold an RS256 key. Remove it to have a new one made.`);
  }
}

function unless(expected: string) {
  return (error: NodeJS.ErrnoException): undefined => {
    if (error.code !== expected) throw error;
  };
}
