import { assert, assertEquals } from "@std/assert";
import { withJitsi } from "./client_testing.ts";

Deno.test("the library is served to other origins, compressed, and cached by its ETag", async () => {
  await withJitsi(async (port) => {
    const url = `http://127.0.0.1:${port}/libs/lib-jitsi-meet.min.js`;
    const first = await fetch(url);
    const script = await first.text();
    assertEquals(
      first.headers.get("content-type"),
      "text/javascript; charset=utf-8",
    );
    assertEquals(first.headers.get("access-control-allow-origin"), "*");
    assert(script.indexOf("window.jquery") < script.indexOf("JitsiMeetJS"));
    const headers = { "if-none-match": first.headers.get("etag") ?? "" };
    const again = await fetch(url, { headers });
    assertEquals([again.status, await again.text()], [304, ""]);
    const plain = await fetch(url, {
      headers: { "accept-encoding": "identity" },
    });
    assertEquals(await plain.text(), script);
  });
});

Deno.test("what cannot be fetched is said, and tried again", async () => {
  const cache = await Deno.makeTempFile(); // no folder can be made there
  await withJitsi(async (port) => {
    const url = `http://127.0.0.1:${port}/libs/lib-jitsi-meet.min.js`;
    for (let n = 0; n < 2; n++) {
      const response = await fetch(url);
      assertEquals(response.status, 503);
      await response.body?.cancel();
    }
  }, { cache });
  await Deno.remove(cache);
});
