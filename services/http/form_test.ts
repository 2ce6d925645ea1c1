import { assertEquals, assertRejects } from "@std/assert";
import { HttpError } from "fresh";
import { readForm } from "./form.ts";

function sent(body: BodyInit | null, type?: string): Request {
  return new Request("http://app.invalid/", {
    method: "POST",
    body,
    headers: type ? { "Content-Type": type } : {},
  });
}

Deno.test("a form is read in either encoding of the browser", async () => {
  const data = new FormData();
  data.set("city", "Dudelange / Diddeleng");
  for (
    const body of [data, new URLSearchParams({ city: "Dudelange / Diddeleng" })]
  ) {
    assertEquals(
      (await readForm(sent(body))).get("city"),
      "Dudelange / Diddeleng",
    );
  }
});

Deno.test("a line ends with one character, and NUL goes: the database could not keep it", async () => {
  const typed = new URLSearchParams({ symptoms: "To\0ux\r\nFièvre" });
  const form = await readForm(sent(typed));
  assertEquals(form.get("symptoms"), "Toux\nFièvre");
});

Deno.test("what is no form is refused, and so is what is too long for one", async () => {
  const cases = [
    [sent("{}", "application/json"), 400],
    [sent(null), 400],
    [sent("x", "multipart/form-data; boundary=y"), 400],
    [sent(new URLSearchParams({ city: "x".repeat(70_000) })), 413],
    [sent(ReadableStream.from(endless()), "text/plain"), 413],
  ] as const;
  for (const [request, status] of cases) {
    const error = await assertRejects(() => readForm(request), HttpError);
    assertEquals(error.status, status);
  }
});

/** A body without end: it must not be waited for. */
function* endless() {
  while (true) yield new Uint8Array(16_384);
}
