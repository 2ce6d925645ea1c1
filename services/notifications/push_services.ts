/**
 * Whether an address, which a browser gave us, is one of a push service: our server sends requests there, and to
 * nobody's inner network. `services` are origins with spaces between; `*` stands for any first part of a name, or for
 * any port.
 */
export function isPushService(endpoint: string, services: string): boolean {
  const url = URL.parse(endpoint);
  if (url === null || url.username !== "" || url.password !== "") return false;
  return services.split(" ").filter(Boolean).some((service) => {
    const [scheme, rest = ""] = service.split("://");
    const [host = "", port = ""] = rest.split(":");
    return url.protocol === `${scheme}:` &&
      (port === "*" || url.port === port) &&
      (host.startsWith("*.")
        ? url.hostname.endsWith(host.slice(1))
        : url.hostname === host);
  });
}
