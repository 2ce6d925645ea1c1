import { assertEquals, assertThrows } from "@std/assert";
import { deleteCookie, readCookies, setCookie } from "./cookies.ts";

const read = (Cookie: string) =>
  readCookies(new Request("http://x/", { headers: { Cookie } }));

Deno.test("a malformed Cookie header is read as far as it goes, and never throws", () => {
  for (const header of ["", " ", ";", ";;", "a", "=", "=x", "; ="]) {
    assertEquals(read(header), {}, JSON.stringify(header));
  }
  assertEquals(read("a=b;"), { a: "b" });
  assertEquals(read("; a=b; =x; c=%zz; d"), { a: "b", c: "%zz" });
  assertEquals(readCookies(new Request("http://x/")), {});
});

Deno.test("a cookie is set with all that protects it, and forgotten for its path", () => {
  const headers = new Headers();
  setCookie(headers, {
    ...{ name: "session", value: "base64-eyJ9", path: "/", maxAge: 60 },
    ...{ httpOnly: true, secure: true, sameSite: "lax" },
  });
  deleteCookie(headers, "draft", "/fr");
  assertEquals(headers.getSetCookie(), [
    "session=base64-eyJ9; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax",
    "draft=; Max-Age=0; Path=/fr; SameSite=Lax",
  ]);
  assertThrows(
    () =>
      setCookie(headers, {
        name: "a",
        value: "b;c",
        path: "/",
        maxAge: 1,
        sameSite: "lax",
      }),
    TypeError,
  );
});
