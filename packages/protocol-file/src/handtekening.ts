import { dagVan } from "@ketenhub/protocol";
import { type FlattenedJWSInput, FlattenedSign, flattenedVerify, importJWK } from "jose";
import { z } from "zod";
import type { GeheimeSleutel, OpenbareSleutel } from "./sleutel.ts";
import { canoniek } from "./vingerafdruk.ts";

const overVersie = {
  partij: z.string(),
  versie: z.string(),
  /** The fingerprint of the document. */
  document: z.string().regex(/^sha3-512:[A-Za-z0-9_-]{86}$/),
  moment: z.iso.datetime(),
};

/** What a partij declares about a version; an acceptance ends by itself, a withdrawal never does. */
const Verklaring = z.discriminatedUnion("besluit", [
  z.strictObject({ ...overVersie, besluit: z.literal("aanvaard"), geldigTot: z.iso.date() }),
  z.strictObject({ ...overVersie, besluit: z.literal("ingetrokken") }),
]);

const Handtekening = z.strictObject({ verklaring: Verklaring, jws: z.string() });

/** What a partij declares about a version. */
export type Verklaring = z.infer<typeof Verklaring>;
/** A declaration with its detached signature: what stands in a file of `handtekeningen/`. */
export type Handtekening = z.infer<typeof Handtekening>;

/** So that a signature under something else can never be read as one under the protocol. */
const typ = "protocolhandtekening+jws";

/**
 * Signs a declaration: a JWS over its canonical form, detached and unencoded (RFC 7515 appendix F, RFC 7797), because the
 * declaration itself stands beside it, to be read.
 */
export async function onderteken(verklaring: Verklaring, sleutel: GeheimeSleutel): Promise<Handtekening> {
  const { alg, duim, geheim } = sleutel;
  const jws = await new FlattenedSign(canoniek(verklaring))
    .setProtectedHeader({ alg, typ, kid: duim, b64: false, crit: ["b64"] })
    .sign(await importJWK(geheim, alg));
  return { verklaring, jws: `${jws.protected}..${jws.signature}` };
}

/** Reads the text of a signature. Throws a message for people when it has another shape. */
export function leesHandtekening(text: string): Handtekening {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error("is geen JSON; verwacht een bestand dat `protocol onderteken` maakte");
  }
  const parsed = Handtekening.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(
    `heeft een andere vorm: ${issue?.path.join(".") || "het geheel"}; verwacht een bestand dat \`protocol onderteken\` maakte`,
  );
}

/** Whether a declaration was signed with the key of which this is the public part. */
export async function isGetekendMet(
  { verklaring, jws }: Handtekening,
  { jwk, alg }: OpenbareSleutel,
): Promise<boolean> {
  const [header = "", midden, signature = "", ...rest] = jws.split(".");
  if (midden !== "" || rest.length > 0) return false;
  const input: FlattenedJWSInput = { protected: header, payload: canoniek(verklaring), signature };
  try {
    const { protectedHeader } = await flattenedVerify(input, await importJWK(jwk, alg), {
      algorithms: [alg],
    });
    return protectedHeader?.typ === typ && protectedHeader.b64 === false;
  } catch {
    return false;
  }
}

/** A year from this moment: how long an acceptance holds when nobody says otherwise. */
export function eenJaarLater(moment: Date): string {
  const later = new Date(moment);
  later.setUTCFullYear(later.getUTCFullYear() + 1);
  return dagVan(later);
}
