import { isIP } from "node:net";
import { z } from "zod";

/** Who may ask from a browser and who stands in front, as it stands in the environment. */
export const httpEnvironment = {
  /** Origins of which pages may read answers in a browser, with commas between them. */
  CORS_ORIGINS: listOf(
    isOrigin,
    "Expected origins such as https://dashboard.example, with commas between them",
  ),
  /** Proxies whose word is taken for where a request came from, with commas between them. */
  TRUSTED_PROXIES: listOf(
    isNetwork,
    "Expected addresses or networks such as 10.0.0.0/8, with commas between them",
  ),
} as const;

// Private.
function listOf(isGood: (one: string) => boolean, message: string) {
  return z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((one) => one.trim())
        .filter(Boolean),
    )
    .refine((list) => list.every(isGood), { message });
}

/** Exactly as a browser sends it: no path, no slash at the end, and never `null` or `*`. */
function isOrigin(text: string): boolean {
  return /^https?:[^*]*$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

function isNetwork(text: string): boolean {
  if (["loopback", "linklocal", "uniquelocal"].includes(text)) return true;
  const [address = "", bits, ...more] = text.split("/");
  const longest = isIP(address) === 4 ? 32 : 128;
  const isWhole =
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= longest);
  return isIP(address) > 0 && isWhole && more.length === 0;
}
