/**
 * The network address of whoever asks. Behind a proxy it is the last one of `X-Forwarded-For`: the proxy wrote it, and
 * whoever asks could have written all those before it.
 */
export function addressOf(
  request: Request,
  info: Deno.ServeHandlerInfo,
  trustProxy: boolean,
): string {
  const forwarded = request.headers.get("X-Forwarded-For")?.split(",").at(-1)
    ?.trim();
  if (trustProxy && forwarded) return forwarded;
  return "hostname" in info.remoteAddr ? info.remoteAddr.hostname : "unknown";
}

/** What counts as one address: a household with IPv6 has as many as it likes, all in one /64. */
export function networkOf(address: string): string {
  const url = URL.parse(`http://[${address}]`);
  if (url === null) return address; // IPv4
  const [head = "", tail = ""] = url.hostname.slice(1, -1).split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail.split(":").filter(Boolean);
  const between = Array<string>(Math.max(0, 8 - before.length - after.length))
    .fill("0");
  const groups = [...before, ...between, ...after];
  // An IPv4 address in IPv6 clothes (::ffff:192.0.2.1) is one of its own.
  if (groups.slice(0, 5).every((group) => group === "0")) {
    return groups.join(":");
  }
  return `${groups.slice(0, 4).join(":")}::/64`;
}
