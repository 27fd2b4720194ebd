import { z } from "zod";
import { doelPattern } from "./read-doel.ts";

/** What a verified token says about its bearer: the NL GOV OAuth profile 1.2 and the claims of the hub. */
export interface TokenClaims {
  readonly issuer: string;
  /** OIN of the organisation that the bearer acts for. */
  readonly oin: string;
  readonly rol: string;
  /** The person, or for a system the client. */
  readonly sub: string;
  /** The client that the token was issued to. */
  readonly azp: string;
  readonly jti: string;
  /** For which gemeenten the bearer works, as `GM` and four digits. */
  readonly gemeenten: readonly string[];
  /** Keten-id of the nieuwkomer, when the bearer is one. */
  readonly nieuwkomerId?: string;
  /** When given, the only doelen that this token may be used for; an empty list allows none. */
  readonly doelen?: readonly string[];
  /** Seconds since the epoch. */
  readonly expiresAt: number;
}

const maximumLifetime = 24 * 60 * 60;
const kebabCase = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
// Printable text only: what a database or a log cannot keep is no identifier.
const identifier = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[\P{Cc}]+$/u);

const Payload = z
  .object({
    iss: z.string(),
    sub: identifier,
    azp: identifier,
    jti: identifier,
    iat: z.number(),
    exp: z.number(),
    organisatie_oin: z.string().regex(/^\d{20}$/),
    rol: z.string().max(60).regex(kebabCase),
    gemeenten: z.array(z.string().regex(/^GM\d{4}$/)).default([]),
    nieuwkomer: z.guid().toLowerCase().optional(),
    doelen: z.array(z.string().regex(doelPattern)).optional(),
  })
  .refine(({ iat, exp }) => exp > iat && exp - iat <= maximumLifetime, {
    message: `Expected exp at most ${maximumLifetime} seconds after iat.`,
    path: ["exp"],
  });

/** The claims of a payload whose signature, issuer, audience and times hold; throws when one is missing or misshapen. */
export function readClaims(payload: unknown): TokenClaims {
  const parsed = Payload.safeParse(payload);
  // Only what was expected: what came may be personal, and this text goes into a log.
  if (!parsed.success) throw new Error(`Claims refused: ${z.prettifyError(parsed.error)}`);

  const { iss, sub, azp, jti, exp, organisatie_oin, rol, gemeenten, nieuwkomer, doelen } = parsed.data;
  return {
    issuer: iss,
    oin: organisatie_oin,
    rol,
    sub,
    azp,
    jti,
    gemeenten,
    ...(nieuwkomer === undefined ? {} : { nieuwkomerId: nieuwkomer }),
    ...(doelen === undefined ? {} : { doelen }),
    expiresAt: exp,
  };
}
