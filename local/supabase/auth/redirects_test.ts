import { assertEquals } from "@std/assert";
import { parseConfig } from "../config.ts";
import { isAllowedRedirect } from "./redirects.ts";

Deno.test("a link leads to the site, to this machine or where the project says, and nowhere else", () => {
  const { auth } = parseConfig(`
[auth]
site_url = "https://clinic.example"
additional_redirect_urls = ["https://*.clinic.example/in", "https://app.example/**", "http://192.168.1.1/**"]`);
  const leads = {
    "https://clinic.example/anywhere?a=1#part": true,
    "https://www.clinic.example/in#part": true,
    "https://app.example/a/b": true,
    "http://127.0.0.1:3000/welcome": true,
    "http://[::1]/": true,
    "http://clinic.example/": false,
    "https://clinic.example:8443/": false,
    "https://a.b.clinic.example/in": false,
    "https://clinic.example.evil.example/": false,
    "https://clinic.example@evil.example/": false,
    "http://192.168.1.1/in": false,
    "http://3232235777/in": false,
    "http://localhost:3000/": false,
    "\thttps://clinic.example/": false,
    "javascript:alert(1)": false,
    "": false,
  };
  for (const [target, allowed] of Object.entries(leads)) {
    assertEquals(isAllowedRedirect(auth, target), allowed, target);
  }
  const local = parseConfig('[auth]\nsite_url = "http://localhost:8000"').auth;
  assertEquals(isAllowedRedirect(local, "http://localhost:9999/in"), true);
});
