import { NONCE_SYMBOL } from "../render_page.ts";
import type { Middleware } from "./mod.ts";

export { NONCE_SYMBOL };

/** How `csp()` protects. */
export interface CSPOptions {
  /** Only reports what would be refused. */
  reportOnly?: boolean;
  /** Where the browser reports to. */
  reportTo?: string;
  /** Directives; one replaces the default of its name. */
  csp?: string[];
  /** Allows inline scripts and styles by the page's nonce instead of all of them. */
  useNonce?: boolean;
}

const DEFAULTS = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "upgrade-insecure-requests",
];

const INLINE_DIRECTIVE =
  /^(default-src|script-src(-elem)?|style-src(-elem|-attr)?)(\s|$)/;

/** Sets the Content-Security-Policy of every response. */
export function csp<State>(options: CSPOptions = {}): Middleware<State> {
  const { reportOnly = false, reportTo, useNonce = false } = options;
  const own = options.csp ?? [];
  const names = new Set(own.map(nameOf));
  const list = [...DEFAULTS.filter((it) => !names.has(nameOf(it))), ...own];
  if (reportTo) list.push("report-to csp-endpoint", `report-uri ${reportTo}`);
  const header = reportOnly
    ? "Content-Security-Policy-Report-Only"
    : "Content-Security-Policy";
  const fixed = list.join("; ");
  // The policy around the places of the nonce.
  const around = withNonce(list, "\n").split("\n");

  return async (ctx) => {
    const response = await ctx.next();
    const nonce = useNonce ? nonceOf(response) : undefined;
    const policy = nonce === undefined ? fixed : around.join(nonce);
    response.headers.set(header, policy);
    if (reportTo) {
      response.headers.set("Reporting-Endpoints", `csp-endpoint="${reportTo}"`);
    }
    return response;
  };
}

function nameOf(directive: string): string {
  return directive.trim().split(/\s/)[0] ?? "";
}

/** The nonce of a response that `ctx.render()` has made. */
function nonceOf(response: Response): string | undefined {
  const value: unknown = Reflect.get(response, NONCE_SYMBOL);
  return typeof value === "string" ? value : undefined;
}

function withNonce(directives: string[], nonce: string): string {
  return directives.map((directive) =>
    INLINE_DIRECTIVE.test(directive)
      ? directive.replaceAll("'unsafe-inline'", `'nonce-${nonce}'`)
      : directive
  ).join("; ");
}
