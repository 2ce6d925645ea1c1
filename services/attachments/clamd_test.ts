import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { scan } from "./clamd.ts";

/** A daemon for one scan: it reads what INSTREAM brings, and answers; null hangs up at once. */
function fakeClamd(answer: string | null) {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const heard = (async () => {
    using connection = await listener.accept();
    listener.close();
    if (answer === null) return null;
    const bytes: number[] = [];
    const buffer = new Uint8Array(64 * 1024);
    const ended = () => bytes.slice(-4).every((byte) => byte === 0);
    while (bytes.length < 15 || !ended()) {
      const read = await connection.read(buffer);
      if (read === null) break;
      bytes.push(...buffer.subarray(0, read));
    }
    await connection.write(new TextEncoder().encode(`${answer}\0`));
    return Uint8Array.from(bytes);
  })();
  return { url: `tcp://127.0.0.1:${listener.addr.port}`, heard };
}

/** The chunks of an INSTREAM, put together. */
function contentOf(heard: Uint8Array): { command: string; content: number[] } {
  const view = new DataView(heard.buffer);
  const content: number[] = [];
  let at = 10;
  for (;;) {
    const length = view.getUint32(at);
    if (length === 0) break;
    content.push(...heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return { command: new TextDecoder().decode(heard.subarray(0, 9)), content };
}

Deno.test("the scanner hears every byte, and says that nothing was found", async () => {
  const { url, heard } = fakeClamd("stream: OK");
  const file = new Uint8Array(150_000).fill(7);
  assertEquals(await scan(url, new Blob([file])), { clean: true });
  const { command, content } = contentOf(await heard ?? new Uint8Array());
  assertEquals(command, "zINSTREAM");
  assertEquals(content.length, file.length);
});

Deno.test("what it finds is named", async () => {
  const { url, heard } = fakeClamd("stream: Eicar-Signature FOUND");
  const found = await scan(url, new Blob(["x"]));
  assertEquals(found, { clean: false, found: "Eicar-Signature" });
  await heard;
});

Deno.test("a scanner that refuses, hangs up or is not there has found nothing out", async () => {
  const limit = "INSTREAM size limit exceeded. ERROR";
  const refusing = fakeClamd(limit);
  const error = await assertRejects(() => scan(refusing.url, new Blob(["x"])));
  assertStringIncludes(String(error), limit);
  await refusing.heard;
  const silent = fakeClamd(null);
  await assertRejects(() => scan(silent.url, new Blob(["x"])));
  await silent.heard;
  await assertRejects(() => scan(silent.url, new Blob(["x"])));
});
