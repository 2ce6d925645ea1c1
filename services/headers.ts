import type { CSPOptions, Middleware } from "fresh";
import type { Env } from "@/env.ts";

/**
 * What a page may load and talk to: this app, the Supabase project (channels, files) and Jitsi (call), and
 * nothing of a third party. Scripts and styles carry a nonce.
 */
export function contentSecurity(
  env: Pick<Env, "SUPABASE_URL" | "JITSI_URL">,
): CSPOptions {
  const sockets = [env.SUPABASE_URL, env.JITSI_URL].flatMap((url) => [
    url,
    url.replace(/^http/, "ws"),
  ]);
  return {
    useNonce: true,
    csp: [
      "default-src 'self'",
      `script-src 'self' 'unsafe-inline' ${env.JITSI_URL}`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "media-src 'self' blob:",
      "font-src 'self'",
      "worker-src 'self' blob:",
      `connect-src 'self' ${sockets.join(" ")}`,
      "frame-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ],
  };
}

/** The other headers of every answer, files too. Camera, microphone and screen are for our own pages only. */
export function securityHeaders<State>(
  env: Pick<Env, "PUBLIC_URL">,
): Middleware<State> {
  return async (ctx) => {
    const response = await ctx.next();
    const { headers } = response;
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set(
      "Permissions-Policy",
      "camera=(self), microphone=(self), display-capture=(self), speaker-selection=(self), " +
        "fullscreen=(self), picture-in-picture=(self), geolocation=(), payment=(), usb=()",
    );
    // Not the request's own protocol: behind a proxy that is http.
    if (env.PUBLIC_URL.startsWith("https:")) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    } else {
      // On one machine there is no https to upgrade to: fonts would not load.
      const name = "Content-Security-Policy";
      const policy = headers.get(name)
        ?.replace(/\bupgrade-insecure-requests\b(;\s*)?/, "");
      if (policy) headers.set(name, policy);
    }
    return response;
  };
}
