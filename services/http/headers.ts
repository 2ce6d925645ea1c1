import type { CSPOptions } from "fresh";
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
      // The preview of a document beside its form.
      "frame-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ],
  };
}

/** Pictures that e-mails show; webmail loads them into pages of its own origin. */
const EMAIL_PICTURES = /^\/(?:logo\.png$|portraits\/)/;

/** The PDF of a document, which the doctor's form shows in a frame. */
const PDF = /^\/\w\w\/documents\/[0-9a-f-]{36}\/document\.pdf$/;

/** The workers that decode photos and blur backgrounds may compile WebAssembly. */
const WASM_WORKER = /^\/(?:heic|blur)\/worker\.js$/;

/** So may the pages of a call: what takes noise out of a voice has the policy of its page. */
const CALL_PAGE =
  /^\/\w\w\/(?:guest|appointments\/[0-9a-f-]{36}\/(?:waiting-room|consultation|equipment))$/;

/** The policy of a failure that no page draws: nothing at all. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'";

/**
 * Sets the headers of every answer, files and failures too. Camera, microphone and screen are for our own pages only.
 * Fresh adds `upgrade-insecure-requests` to the policy, which only holds where the app is reached by https.
 */
export function setSecurityHeaders(
  response: Response,
  url: URL,
  env: Pick<Env, "PUBLIC_URL">,
): void {
  const { headers } = response;
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "same-origin");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set(
    "Cross-Origin-Resource-Policy",
    EMAIL_PICTURES.test(url.pathname) ? "cross-origin" : "same-origin",
  );
  headers.set(
    "Permissions-Policy",
    "camera=(self), microphone=(self), display-capture=(self), speaker-selection=(self), " +
      "fullscreen=(self), picture-in-picture=(self), geolocation=(), payment=(), usb=()",
  );
  const policyName = "Content-Security-Policy";
  if (response.ok && PDF.test(url.pathname)) {
    headers.set(policyName, "frame-ancestors 'self'");
  }
  if (response.ok && WASM_WORKER.test(url.pathname)) {
    headers.set(
      policyName,
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'",
    );
  }
  if (CALL_PAGE.test(url.pathname)) {
    const page = headers.get(policyName)
      ?.replace(/script-src [^;]*/, "$& 'wasm-unsafe-eval'");
    if (page !== undefined) headers.set(policyName, page);
  }
  const policy = headers.get(policyName);
  if (policy === null && response.status >= 400) {
    headers.set(policyName, NOTHING);
  }
  // Not the request's own protocol: behind a proxy that is http.
  if (env.PUBLIC_URL.startsWith("https:")) {
    headers.set("Strict-Transport-Security", "max-age=31536000");
  } else if (policy !== null) {
    // On one machine there is no https to upgrade to: fonts would not load.
    const directives = policy.split(/;\s*/).filter((directive) =>
      directive !== "" && directive !== "upgrade-insecure-requests"
    );
    headers.set(policyName, directives.join("; "));
  }
}
