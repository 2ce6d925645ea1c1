import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import {
  accepts,
  acceptsLanguages,
  type Cookie,
  deleteCookie,
  getCookies,
  getSetCookies,
  setCookie,
  STATUS_CODE,
  STATUS_TEXT,
} from "./mod.ts";

function written(cookie: Cookie): string | null {
  const headers = new Headers();
  setCookie(headers, cookie);
  return headers.get("Set-Cookie");
}

Deno.test("cookies of a request", () => {
  const headers = new Headers({ Cookie: "a=1; b=x=y=; __proto__=z; c" });
  const cookies = getCookies(headers);
  assertEquals(Object.entries(cookies), [
    ["a", "1"],
    ["b", "x=y="],
    ["__proto__", "z"],
    ["c", ""],
  ]);
  assertEquals(getCookies(new Headers()), {});
  assertThrows(() => getCookies(new Headers({ Cookie: "=1" })), SyntaxError);
});

Deno.test("cookies of a response", () => {
  assertEquals(written({ name: "a", value: "1" }), "a=1");
  assertEquals(
    written({
      name: "a",
      value: "1",
      secure: true,
      httpOnly: true,
      maxAge: 60,
      sameSite: "Lax",
      path: "/",
      domain: "example.lu",
      expires: 0,
    }),
    "a=1; Secure; HttpOnly; Max-Age=60; Domain=example.lu; SameSite=Lax; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
  );
  assertEquals(
    written({ name: "__Host-a", value: "1", domain: "x.lu", path: "/x" }),
    "__Host-a=1; Secure; Path=/",
  );
  assertEquals(written({ name: "", value: "1" }), null);
});

Deno.test("a cookie cannot smuggle in another one", () => {
  const bad: Cookie[] = [
    { name: "a b", value: "1" },
    { name: "a=", value: "1" },
    { name: "a", value: "1; Domain=x" },
    { name: "a", value: "1\r\nSet-Cookie: b=2" },
    { name: "a", value: "é" },
    { name: "a", value: "1", path: "/; Secure" },
    { name: "a", value: "1", domain: "-x.lu" },
  ];
  for (const cookie of bad) assertThrows(() => written(cookie), SyntaxError);
  assertThrows(
    () => written({ name: "a", value: "1", maxAge: -1 }),
    RangeError,
  );
});

Deno.test("what is set can be read and deleted", () => {
  const headers = new Headers();
  setCookie(headers, { name: "a", value: "1", path: "/", sameSite: "Lax" });
  deleteCookie(headers, "b", { path: "/x", httpOnly: true });
  assertEquals(getSetCookies(headers), [
    { name: "a", value: "1", path: "/", sameSite: "Lax" },
    { name: "b", value: "", path: "/x", httpOnly: true, expires: new Date(0) },
  ]);
  assertStringIncludes(headers.get("Set-Cookie") ?? "", "01 Jan 1970");
});

Deno.test("languages", () => {
  const headers = (value: string) => ({
    headers: new Headers({ "Accept-Language": value }),
  });
  const browser = headers("fr-FR,fr;q=0.9,en-US;q=0.8,de;q=0");
  assertEquals(acceptsLanguages(browser), ["fr-FR", "fr", "en-US"]);
  assertEquals(acceptsLanguages(browser, "en", "fr", "de"), "fr");
  assertEquals(acceptsLanguages(browser, "de"), undefined);
  assertEquals(acceptsLanguages(headers("lb"), "pt", "lb"), "lb");
  assertEquals(acceptsLanguages(headers("*"), "pt", "lb"), "pt");
  assertEquals(acceptsLanguages({ headers: new Headers() }, "pt"), "pt");
});

Deno.test("media types", () => {
  const headers = new Headers({ Accept: "text/html, */*;q=0.1" });
  assertEquals(accepts({ headers }), ["text/html", "*/*"]);
  assertEquals(
    accepts({ headers }, "application/json", "text/html"),
    "text/html",
  );
  assertEquals(accepts({ headers }, "application/json"), "application/json");
  const json = new Headers({ Accept: "application/json" });
  assertEquals(accepts({ headers: json }, "text/html"), undefined);
});

Deno.test("status", () => {
  assertEquals(STATUS_CODE.NotFound, 404);
  assertEquals(STATUS_TEXT[404], "Not Found");
  assertEquals(STATUS_TEXT[200], "OK");
  assertEquals(STATUS_TEXT[418], "I'm a teapot");
});
