import { assertEquals } from "@std/assert";
import { setSecurityHeaders } from "./headers.ts";

Deno.test("other sites may show the pictures of e-mails, and nothing else of ours", () => {
  for (
    const [path, policy] of [
      ["/logo.png", "cross-origin"],
      ["/portraits/claire-weber.png", "cross-origin"],
      ["/fr", "same-origin"],
      ["/fr/portraits/claire-weber.png", "same-origin"],
      ["/logo.png/fr", "same-origin"],
    ] as const
  ) {
    const response = new Response();
    const url = new URL(path, "https://econsult.example");
    setSecurityHeaders(response, url, { PUBLIC_URL: url.origin });
    assertEquals(
      response.headers.get("Cross-Origin-Resource-Policy"),
      policy,
      path,
    );
  }
});

Deno.test("WebAssembly is compiled by the pages of a call and two workers alone", () => {
  const id = "0195c5a0-7a10-7cc0-8000-000000000001";
  for (
    const [path, may] of [
      [`/fr/appointments/${id}/waiting-room`, true],
      [`/de/appointments/${id}/consultation`, true],
      [`/lb/appointments/${id}/equipment`, true],
      ["/fr/guest", true],
      ["/blur/worker.js", true],
      ["/heic/worker.js", true],
      [`/fr/appointments/${id}`, false],
      ["/fr/sign-in", false],
      ["/push-worker.js", false],
    ] as const
  ) {
    const name = "Content-Security-Policy";
    const headers = {
      [name]: "script-src 'self' 'nonce-n0nce'; base-uri 'none'",
    };
    const response = new Response(null, { headers });
    const url = new URL(path, "https://econsult.example");
    setSecurityHeaders(response, url, { PUBLIC_URL: url.origin });
    const policy = response.headers.get(name) ?? "";
    assertEquals(/script-src [^;]*'wasm-unsafe-eval'/.test(policy), may, path);
    assertEquals(policy.includes("'unsafe-eval'"), false, path);
  }
});
