import { assert, assertEquals, assertMatch } from "@std/assert";
import { createHash } from "node:crypto";
import { withJitsi } from "./client_testing.ts";
import type { LibrarySource } from "./library.ts";

/** What is served, with nothing in the cache but what the source brings. */
async function served(source: Partial<LibrarySource>): Promise<string> {
  let script = "";
  await withJitsi(async (port) => {
    const url = `http://127.0.0.1:${port}/libs/lib-jitsi-meet.min.js`;
    const response = await fetch(url);
    script = `${response.status} ${await response.text()}`;
  }, source);
  return script;
}

/** A release of one file, at an address of its own, which counts how often it is asked. */
async function releaseServer(file: string, script: string) {
  const header = new Uint8Array(512);
  const text = new TextEncoder();
  text.encodeInto(file, header);
  text.encodeInto(
    script.length.toString(8).padStart(11, "0"),
    header.subarray(124),
  );
  const body = new Uint8Array(1024);
  text.encodeInto(script, body);
  const packing = new CompressionStream("gzip");
  const archive = await new Response(
    new Blob([header, body]).stream().pipeThrough(packing),
  ).bytes();
  let asked = 0;
  const server = Deno.serve({ port: 0, onListen() {} }, () => {
    asked++;
    return new Response(archive);
  });
  const hash = createHash("sha512").update(archive).digest("base64");
  return {
    release: {
      from: `http://127.0.0.1:${server.addr.port}/lib-jitsi-meet.tgz`,
      integrity: `sha512-${hash}`,
      file,
    },
    asked: () => asked,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

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

Deno.test("the current release is served, fetched once", async () => {
  const cache = await Deno.makeTempDir();
  await using server = await releaseServer("package/a.js", "current();");
  const source = { cache, library: "", release: server.release };
  assertEquals(await served(source), "200 current();");
  assertEquals(await served(source), "200 current();");
  assertEquals(server.asked(), 1);
  await Deno.remove(cache, { recursive: true });
});

Deno.test("where the current release cannot be had, or is another one, that of 2021 is served", async () => {
  await using server = await releaseServer("package/a.js", "current();");
  const { release } = server;
  for (
    const changed of [
      { from: "http://127.0.0.1:1/lib-jitsi-meet.tgz" },
      { integrity: "sha512-another" },
      { file: "package/b.js", integrity: release.integrity },
    ]
  ) {
    const source = { library: "", release: { ...release, ...changed } };
    assertMatch(await served(source), /^200 [^]*window\.jquery/);
  }
});

Deno.test("a script of one's own is served, and one that is missing is said", async () => {
  const library = await Deno.makeTempFile();
  await Deno.writeTextFile(library, "own();");
  assertEquals(await served({ library }), "200 own();");
  await Deno.remove(library);
  assertMatch(await served({ library }), /^503 .*No such file/);
});
