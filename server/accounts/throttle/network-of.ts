import { isIPv6 } from "node:net";

const HEXTETS_OF_A_NETWORK = 4;

function hextetsOf(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail ? tail.split(":") : [];
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: missing }, () => "0"), ...after];
}

/** What attempts are counted by: an IPv4 address, or the /64 network of an IPv6 address, which is one reader's. */
export function networkOf(ip: string | undefined): string {
  const address = (ip ?? "").replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!isIPv6(address)) return address;
  return `${hextetsOf(address)
    .slice(0, HEXTETS_OF_A_NETWORK)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(":")}::/64`;
}
