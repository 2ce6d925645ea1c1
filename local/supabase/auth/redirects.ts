import { isIP } from "node:net";
import type { Config } from "../config.ts";
import type { Call } from "./context.ts";

/** Where a link leads in the end: what the caller asks for when it is allowed, the site otherwise. */
export function redirectTarget(
  { config, request, url }: Call,
  wanted?: string,
): string {
  const candidates = [
    wanted,
    url.searchParams.get("redirect_to"),
    request.headers.get("redirect_to"),
    request.headers.get("referer"),
  ];
  return candidates.find((target) =>
    target && isAllowedRedirect(config.auth, target)
  ) ?? config.auth.site_url;
}

/**
 * On the site itself (on this machine at any port: RFC 8252, 7.3), at a loopback address, or one of the further addresses;
 * those may hold `*` (within a part) and `**`. Other bare IP addresses never.
 */
export function isAllowedRedirect(
  { site_url, additional_redirect_urls }: Config["auth"],
  target: string,
): boolean {
  if (/\s|\p{Cc}/u.test(target) || !URL.canParse(target)) return false;
  const { protocol, hostname, port } = new URL(target);
  const own = URL.canParse(site_url) ? new URL(site_url) : undefined;
  const sameHost = protocol === own?.protocol && hostname === own.hostname;
  if (sameHost && (port === own.port || hostname === "localhost")) return true;
  const address = hostname.replace(/^\[|\]$/g, "");
  if (isIP(address)) return /^127\.|^::1$/.test(address);
  const [page = ""] = target.split("#");
  return additional_redirect_urls.some((pattern) =>
    globExpression(pattern).test(page)
  );
}

function globExpression(pattern: string): RegExp {
  const parts = pattern.split(/(\*\*|\*|\?)/).map((part) => {
    if (part === "**") return ".*";
    if (part === "*") return "[^./]*";
    if (part === "?") return "[^./]";
    return part.replace(/[^\w]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("")}$`);
}
