import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";
import { z } from "zod";

// One key has one spelling: else two partijen could share one, and sign for each other.
const deel = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, "verwacht 43 tekens base64url")
  .refine(
    (text) => Buffer.from(text, "base64url").toString("base64url") === text,
    "verwacht base64url zonder losse bits",
  );
const overig = { kid: z.string().optional(), alg: z.string().optional(), use: z.literal("sig").optional() };
const ed25519 = { kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: deel, ...overig };
const p256 = { kty: z.literal("EC"), crv: z.literal("P-256"), x: deel, y: deel, ...overig };

/** The public part of a key: Ed25519, or P-256 for who keeps keys in hardware that knows no other. */
const OpenbareSleutel = z.discriminatedUnion("kty", [z.strictObject(ed25519), z.strictObject(p256)]);
const GeheimeSleutel = z.discriminatedUnion("kty", [
  z.strictObject({ ...ed25519, d: deel }),
  z.strictObject({ ...p256, d: deel }),
]);

/** The public part of a key, with what it is known by (RFC 7638). */
export interface OpenbareSleutel {
  readonly jwk: JWK;
  readonly alg: "EdDSA" | "ES256";
  readonly duim: string;
}

/** Both parts of a key; for who signs, and for nobody else. */
export interface GeheimeSleutel extends OpenbareSleutel {
  readonly geheim: JWK;
}

/** Makes a key. */
export async function maakSleutel(): Promise<GeheimeSleutel> {
  const { privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  return leesGeheimeSleutel(JSON.stringify(await exportJWK(privateKey)));
}

/** Reads the public part of a key. Throws a message for people, which repeats nothing of the text. */
export async function leesOpenbareSleutel(text: string): Promise<OpenbareSleutel> {
  const value = asJson(text);
  if (typeof value === "object" && value !== null && "d" in value) {
    throw new Error(
      "hier staat een geheime sleutel; verwacht alleen het openbare deel. Wie dit las kan tekenen: maak een nieuwe sleutel",
    );
  }
  const parsed = OpenbareSleutel.safeParse(value);
  if (!parsed.success) throw new Error(`geen openbare sleutel; ${verwachting}`);
  return openbaar(parsed.data);
}

/** Reads both parts of a key. Throws a message for people, which repeats nothing of the text. */
export async function leesGeheimeSleutel(text: string): Promise<GeheimeSleutel> {
  const parsed = GeheimeSleutel.safeParse(asJson(text));
  if (!parsed.success) throw new Error(`geen geheime sleutel; ${verwachting}, met d`);
  const { d, ...rest } = parsed.data;
  return { ...(await openbaar(rest)), geheim: { ...rest, d } as JWK };
}

// Private.
const verwachting = "verwacht een JWK met kty OKP en crv Ed25519, of kty EC en crv P-256";

async function openbaar(data: z.infer<typeof OpenbareSleutel>): Promise<OpenbareSleutel> {
  const jwk = data as JWK;
  return {
    jwk,
    alg: data.kty === "OKP" ? "EdDSA" : "ES256",
    duim: await calculateJwkThumbprint(jwk, "sha256"),
  };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
