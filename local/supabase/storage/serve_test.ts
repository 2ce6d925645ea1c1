import { assertEquals } from "@std/assert";
import { testStorage } from "./testing.ts";

const TEXT = "0123456789";

async function published() {
  const storage = await testStorage();
  const service = storage.client(storage.serviceKey);
  await service.createBucket("open", { public: true });
  const files = service.from("open");
  await files.upload("a b.txt", new Blob([TEXT], { type: "text/html" }), {
    cacheControl: "60",
  });
  const url = files.getPublicUrl("a b.txt").data.publicUrl;
  const get = async (
    headers: HeadersInit = {},
    init: RequestInit = {},
    query = "",
  ) => {
    const response = await fetch(url + query, { headers, ...init });
    return {
      status: response.status,
      headers: response.headers,
      text: await response.text(),
    };
  };
  return {
    storage,
    files,
    url,
    get,
    [Symbol.asyncDispose]: () => storage[Symbol.asyncDispose](),
  };
}

Deno.test("an object says what it is, and a page is never served as one", async () => {
  await using test = await published();
  const { status, headers, text } = await test.get();
  assertEquals([status, text], [200, TEXT]);
  const wanted = {
    "content-type": "text/plain",
    "content-length": "10",
    "cache-control": "max-age=60",
    "accept-ranges": "bytes",
    "x-robots-tag": "none",
    "etag": '"781e5e245d69b566979b86e28d23f2c7"', // md5 of 0123456789
  };
  for (const [name, value] of Object.entries(wanted)) {
    assertEquals(headers.get(name), value, name);
  }
  const head = await test.get({}, { method: "HEAD" });
  assertEquals([head.status, head.text, head.headers.get("content-length")], [
    200,
    "",
    "10",
  ]);
  const disposition = async (query: string) =>
    (await test.get({}, {}, query)).headers.get("content-disposition");
  assertEquals(await disposition("?download"), "attachment;");
  assertEquals(
    await disposition(
      '?download=é"\r\n.txt'.replaceAll(/[^?=a-z.]/g, encodeURIComponent),
    ),
    "attachment; filename=%C3%A9%22%0D%0A.txt; filename*=UTF-8''%C3%A9%22%0D%0A.txt;",
  );
});

Deno.test("ranges give the part that is asked for", async () => {
  await using test = await published();
  const etag = (await test.get()).headers.get("etag") ?? "";
  const cases: [
    range: string,
    status: number,
    text: string,
    contentRange: string | null,
    ifRange?: string,
  ][] = [
    ["bytes=0-0", 206, "0", "bytes 0-0/10"],
    ["bytes=3-5", 206, "345", "bytes 3-5/10"],
    ["bytes=7-", 206, "789", "bytes 7-9/10"],
    ["bytes=-2", 206, "89", "bytes 8-9/10"],
    ["bytes=-99", 206, TEXT, "bytes 0-9/10"],
    ["bytes=8-99", 206, "89", "bytes 8-9/10"],
    ["bytes=0-1,3-4", 200, TEXT, null],
    ["lines=1-2", 200, TEXT, null],
    ["bytes=3-5", 206, "345", "bytes 3-5/10", etag],
    ["bytes=3-5", 200, TEXT, null, '"older"'],
  ];
  for (const [range, status, text, contentRange, ifRange] of cases) {
    const got = await test.get({
      range,
      ...ifRange && { "if-range": ifRange },
    });
    assertEquals([got.status, got.text, got.headers.get("content-range")], [
      status,
      text,
      contentRange,
    ], range);
  }
  for (const range of ["bytes=10-", "bytes=5-3", "bytes=-0"]) {
    const got = await test.get({ range });
    const { statusCode, code } = JSON.parse(got.text);
    assertEquals(
      [got.status, statusCode, code],
      [416, "416", "InvalidRange"],
      range,
    );
  }
});

Deno.test("conditions save sending what the caller has", async () => {
  await using test = await published();
  const { headers } = await test.get();
  const etag = headers.get("etag") ?? "";
  const modified = headers.get("last-modified") ?? "";
  const long = "Mon, 01 Jan 2001 00:00:00 GMT";
  const cases: [headers: Record<string, string>, status: number][] = [
    [{ "if-none-match": etag }, 304],
    [{ "if-none-match": `W/${etag}, "x"` }, 304],
    [{ "if-none-match": "*" }, 304],
    [{ "if-none-match": '"other"', "if-modified-since": modified }, 200],
    [{ "if-modified-since": modified }, 304],
    [{ "if-modified-since": long }, 200],
    [{ "if-modified-since": "not a date" }, 200],
    [{ "if-match": etag }, 200],
    [{ "if-match": '"other"' }, 412],
    [{ "if-unmodified-since": long }, 412],
  ];
  for (const [headers, status] of cases) {
    const got = await test.get(headers);
    assertEquals(
      [got.status, got.text],
      [status, status === 200 ? TEXT : ""],
      JSON.stringify(headers),
    );
  }
});

Deno.test("who reads while an object is replaced gets the old one or the new one, whole", async () => {
  await using test = await published();
  const versions = ["a", "b", "c"].map((letter) => letter.repeat(300_000));
  await test.files.update("a b.txt", versions[0] ?? "");
  let writing = true;
  const write = async () => {
    for (let i = 1; i < 12; i++) {
      await test.files.update("a b.txt", versions[i % 3] ?? "");
    }
    writing = false;
  };
  const read = async () => {
    while (writing) {
      const { status, text } = await test.get();
      assertEquals([status, text.length, new Set(text).size], [
        200,
        300_000,
        1,
      ]);
    }
  };
  await Promise.all([write(), read(), read()]);
  assertEquals(
    Array.from(Deno.readDirSync(`${test.storage.directory}/objects`)).length,
    1,
  );
});
