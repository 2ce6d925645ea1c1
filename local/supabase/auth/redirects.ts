import type { AuthContext, AuthRequest } from "./context.ts";

/** Where a link leads in the end: what the caller asks for when it is allowed, the site otherwise. */
export function redirectTarget(
  { config }: AuthContext,
  { request, url }: AuthRequest,
  wanted?: string,
): string {
  const { site_url, additional_redirect_urls } = config.auth;
  const candidates = [
    wanted,
    url.searchParams.get("redirect_to"),
    request.headers.get("redirect_to"),
  ];
  return candidates.find((target) =>
    target && isAllowed(target, site_url, additional_redirect_urls)
  ) ?? site_url;
}

/** On the site's own host, or one of the further addresses; those may hold `*` (within a part) and `**`. */
function isAllowed(target: string, site: string, further: string[]): boolean {
  if (!URL.canParse(target)) return false;
  const { protocol, hostname } = new URL(target);
  const own = URL.canParse(site) ? new URL(site).hostname : undefined;
  if (/^https?:$/.test(protocol) && hostname === own) return true;
  return further.some((pattern) => globExpression(pattern).test(target));
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
