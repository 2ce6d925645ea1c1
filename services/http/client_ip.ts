import ipaddr from "ipaddr.js";

/**
 * The client's IP address. Behind a proxy it is the last entry of `X-Forwarded-For`, which the proxy wrote; the client
 * can forge the entries before it.
 */
export function clientIp(
  request: Request,
  info: Deno.ServeHandlerInfo,
  trustProxy: boolean,
): string {
  const forwarded = request.headers.get("X-Forwarded-For")?.split(",").at(-1)
    ?.trim();
  if (trustProxy && forwarded) return forwarded;
  return "hostname" in info.remoteAddr ? info.remoteAddr.hostname : "unknown";
}

/** The unit that rate limits count: an IPv4 address, or an IPv6 /64, since one household controls a whole /64. */
export function ipPrefix(address: string): string {
  const [bare = address] = address.split("%"); // fe80::1%eth0
  if (!ipaddr.isValid(bare) || isOddFourPart(bare)) return address;
  const ip = ipaddr.process(bare); // ::ffff:192.0.2.1 is 192.0.2.1
  if (ip.kind() === "ipv4") return ip.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${ip}/64`)}/64`;
}

/** `10.1` or `0x7f.1`: an address to the library, and to nobody who writes one of ours. */
function isOddFourPart(address: string): boolean {
  return !address.includes(":") &&
    !ipaddr.IPv4.isValidFourPartDecimal(address);
}
