import { nonces } from "./document.ts";
import { refuseOthers } from "./refuse.ts";
import type { Middleware } from "./shapes.ts";

/** Settings of the Content-Security-Policy. */
export interface CSPOptions {
  /** Directives; each replaces the default of its name. */
  csp?: string[];
  /** On pages the nonce of their scripts and styles takes the place of `'unsafe-inline'`. */
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

const nameOf = (directive: string) => directive.trim().split(/\s/)[0] ?? "";

/** Answers with a Content-Security-Policy. */
export function csp<State>(options: CSPOptions = {}): Middleware<State> {
  refuseOthers("csp", options, ["csp", "useNonce"]);
  const own = options.csp ?? [];
  const names = own.map(nameOf);
  const directives = [
    ...DEFAULTS.filter((one) => !names.includes(nameOf(one))),
    ...own,
  ];
  const policy = directives.join("; ");
  // Cut where the nonce goes: joined again for each page.
  const parts = directives.map((one) =>
    /^(script|style)-src\b/.test(one)
      ? one.replace("'unsafe-inline'", "\0")
      : one
  ).join("; ").split("\0");
  return async (ctx) => {
    const response = await ctx.next();
    const nonce = options.useNonce ? nonces.get(response) : undefined;
    const value = nonce === undefined ? policy : parts.join(`'nonce-${nonce}'`);
    response.headers.set("Content-Security-Policy", value);
    return response;
  };
}
