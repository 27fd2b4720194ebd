import { isIP, SocketAddress } from "node:net";

/** No address is longer, also not with a zone and a port. */
const longest = 100;

/**
 * From where a request came, as it is counted: one address, or of IPv6 its network, for whoever has one of those has all of its 2⁶⁴. The
 * same address is the same however a proxy writes it. What is no address, or gone with its connection, is counted as one.
 */
export function networkOf(address: string | undefined): string {
  const bare = withoutPort(address ?? "");
  const kind = isIP(bare);
  if (kind === 4) return bare;
  if (kind === 0) return "no address";
  const { address: written } = new SocketAddress({ address: bare, family: "ipv6" });
  return written.startsWith("::ffff:") && written.includes(".") ? written.slice(7) : firstHalf(written);
}

// Private.
function withoutPort(address: string): string {
  if (address.length > longest) return "";
  const [, v6, v4] = /^(?:\[([^\]%]+)(?:%[^\]]*)?\](?::\d+)?|([\d.]+):\d+)$/.exec(address) ?? [];
  return v6 ?? v4 ?? address.replace(/%.*$/, "");
}

function firstHalf(address: string): string {
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter(Boolean);
  const last = tail === undefined ? [] : tail.split(":").filter(Boolean);
  const zeros = Array(Math.max(0, 8 - groups.length - last.length)).fill("0");
  return [...groups, ...zeros, ...last].slice(0, 4).join(":");
}
