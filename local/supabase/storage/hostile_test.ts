import { assert, assertEquals } from "@std/assert";
import { type TestStorage, testStorage } from "./testing.ts";

async function withBucket(options: Parameters<typeof testStorage>[0] = {}) {
  const storage = await testStorage(options);
  await storage.client(storage.serviceKey).createBucket("files");
  return storage;
}

function blobs(storage: TestStorage): string[] {
  return ["incoming", "objects"].flatMap((folder) =>
    Array.from(
      Deno.readDirSync(`${storage.directory}/${folder}`),
      ({ name }) => name,
    )
  );
}

async function send(storage: TestStorage, path: string, init: RequestInit) {
  const headers = {
    authorization: `Bearer ${storage.serviceKey}`,
    ...init.headers,
  };
  const response = await fetch(storage.url + path, { ...init, headers });
  const text = await response.text();
  return {
    status: response.status,
    body: text.startsWith("{") ? JSON.parse(text) : text,
  };
}

Deno.test("names that could be paths elsewhere stay names or are refused", async () => {
  await using storage = await withBucket();
  const files = storage.client(storage.serviceKey).from("files");
  const outside = `${storage.directory}/../outside`;
  const keys = [
    "/etc/passwd",
    "....//x",
    "a/./b",
    "a//b",
    "C:/x",
    "-rf",
    "a/b/../../../../outside",
  ];
  for (const key of keys) {
    await files.upload("source", new Blob(["x"]), { upsert: true });
    const { error } = await files.copy("source", key);
    assertEquals(error, null, key);
  }
  for (
    const key of [
      "",
      "é.txt",
      "a\\b",
      "a%00b",
      "a\nb",
      "a#b",
      "<x>",
      "x".repeat(1025),
    ]
  ) {
    const { error } = await files.copy("source", key);
    assertEquals(error && "status" in error && error.status, 400, key);
  }
  assertEquals(await Deno.stat(outside).catch(() => "none"), "none");
  assert(blobs(storage).every((name) => /^[\da-f-]{36}$/.test(name)));
  const raw = await send(storage, "/object/files/%2e%2e%2f%2e%2e%2foutside", {
    method: "POST",
    body: "x",
  });
  assertEquals([raw.status, await Deno.stat(outside).catch(() => "none")], [
    200,
    "none",
  ]);
  assertEquals(
    (await send(storage, "/object/files/%ff", { method: "POST", body: "x" }))
      .status,
    400,
  );
});

Deno.test("forms that are broken, cut off or none are refused and leave nothing behind", async () => {
  await using storage = await withBucket();
  const type = "multipart/form-data; boundary=b";
  const part = (head: string, body: string) =>
    `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const file = part('name=""; filename="a"', "content");
  const bodies: [body: string, type?: string][] = [
    ["", type],
    ["nonsense", type],
    [file, "multipart/form-data"],
    [file, type], // no end
    [file.slice(0, -6), type],
    [`${part('name="metadata"', "{}")}--b--\r\n`, type], // no file
    [`${part('name="metadata"', "{")}${file}--b--\r\n`, type],
    [`${part('name="metadata"', "[]")}${file}--b--\r\n`, type],
    [`${file}--b--\r\n`, "multipart/form-data; boundary="],
    [
      `${part('name="cacheControl"', "10\r\nSet-Cookie: a=b")}${file}--b--\r\n`,
      type,
    ],
    [
      `${
        file.replace("\r\n\r\n", "\r\nContent-Type: text/é\r\n\r\n")
      }--b--\r\n`,
      type,
    ],
  ];
  for (const [body, type] of bodies) {
    const answer = await send(storage, "/object/files/a", {
      method: "POST",
      body,
      headers: { "content-type": type ?? "" },
    });
    assertEquals(
      [answer.status, answer.body.statusCode],
      [400, "400"],
      body.slice(0, 100),
    );
  }
  assertEquals(blobs(storage), []);
  const headers = { "content-type": type };
  const fields = part('name="cacheControl"', "10").repeat(40) +
    part('name="__proto__"', "x");
  const good = await send(storage, "/object/files/a", {
    method: "POST",
    body: `${fields}${file}${file}--b--\r\n`,
    headers,
  });
  assertEquals(good.status, 200);
  assertEquals(blobs(storage).length, 1);
});

Deno.test("metadata, JSON and parameters of a wrong shape are refused", async () => {
  await using storage = await withBucket();
  const raw = (headers: Record<string, string>) =>
    send(storage, "/object/files/a", { method: "POST", body: "x", headers });
  assertEquals((await raw({ "x-metadata": "%%%" })).body.statusCode, "400");
  assertEquals(
    (await raw({ "x-metadata": btoa("[1]") })).body.statusCode,
    "400",
  );
  assertEquals((await raw({ "content-encoding": "gzip" })).status, 501);
  assertEquals(blobs(storage), []);
  await raw({});
  const post = (path: string, body: unknown) =>
    send(storage, path, {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  for (
    const body of ["{", "[]", "1", { expiresIn: 0 }, { expiresIn: "60" }, {
      expiresIn: 1e12,
    }, {}]
  ) {
    assertEquals(
      (await post("/object/sign/files/a", body)).status,
      400,
      JSON.stringify(body),
    );
  }
  for (
    const body of [{}, { prefix: "", limit: 0 }, {
      prefix: "",
      sortBy: { column: "name; drop" },
    }, { prefix: "", offset: -1 }]
  ) {
    assertEquals(
      (await post("/object/list/files", body)).status,
      400,
      JSON.stringify(body),
    );
  }
  for (
    const body of [
      { cursor: "x" },
      { cursor: btoa("[1,2]") },
      { limit: 1001 },
      { sortBy: { column: "id" } },
    ]
  ) {
    assertEquals(
      (await post("/object/list-v2/files", body)).status,
      400,
      JSON.stringify(body),
    );
  }
  const long = await send(storage, "/object/list/files", {
    method: "POST",
    body: new Blob([new Uint8Array(2_000_000).fill(32)]).stream(), // its length is not announced
  });
  assertEquals(long.body.code, "EntityTooLarge");
  for (const paths of [[], "x", null, Array.from({ length: 501 }, String)]) {
    assertEquals(
      (await post("/object/sign/files", { expiresIn: 60, paths })).status,
      400,
    );
  }
  for (const name of ["", "a/b", "é", "x".repeat(101), 7]) {
    assertEquals(
      (await post("/bucket", { name })).body.code,
      "InvalidBucketName",
    );
  }
  for (const limit of ["20 MB", "x", -1, 1.5, {}]) {
    assertEquals(
      (await post("/bucket", { name: "x", file_size_limit: limit })).body
        .statusCode,
      "400",
    );
  }
  assertEquals(
    (await post("/bucket", { name: "x", file_size_limit: "20GB" })).body.code,
    "EntityTooLarge",
  );
  assertEquals(
    (await post("/bucket", { name: "x", allowed_mime_types: ["image"] })).body
      .code,
    "InvalidMimeType",
  );
});

Deno.test("what is not part of this server says so by name", async () => {
  await using storage = await withBucket();
  const paths = [
    "/s3/files/a",
    "/render/image/public/files/a",
    "/iceberg/bucket",
    "/vector/CreateIndex",
    "/nothing",
  ];
  for (const path of paths) {
    const { status, body } = await send(storage, path, { method: "POST" });
    assertEquals([
      status,
      body.code,
      /is not part of this server$/.test(body.message),
    ], [501, "NotImplemented", true]);
  }
});

Deno.test("an upload beyond a limit is refused, announced or not, and leaves nothing behind", async () => {
  await using storage = await withBucket({ fileSizeLimit: 100_000 });
  const chunk = new Uint8Array(30_000);
  const stream = () =>
    new ReadableStream({
      start(controller) {
        for (let i = 0; i < 10; i++) controller.enqueue(chunk);
        controller.close();
      },
    });
  const form = new FormData();
  form.append("", new Blob([new Uint8Array(300_000)]));
  for (const body of [new Uint8Array(300_000), stream(), form]) {
    const answer = await send(storage, "/object/files/a", {
      method: "POST",
      body,
    });
    assertEquals([answer.status, answer.body.statusCode, answer.body.code], [
      400,
      "413",
      "EntityTooLarge",
    ]);
  }
  assertEquals(blobs(storage), []);
});

Deno.test("a large object passes through without being held in memory", async () => {
  // Tests that run beside it in this process use memory too: half of this is far above what they take.
  const size = 600_000_000;
  await using storage = await withBucket({ fileSizeLimit: size });
  const before = Deno.memoryUsage().rss;
  let peak = 0;
  const look = () => peak = Math.max(peak, Deno.memoryUsage().rss - before);
  const chunk = crypto.getRandomValues(new Uint8Array(60_000));
  let left = size / chunk.length;
  const body = new ReadableStream({
    pull(controller) {
      look();
      controller.enqueue(chunk);
      if (--left === 0) controller.close();
    },
  });
  const path = "/object/files/big";
  assertEquals(
    (await send(storage, path, { method: "POST", body })).status,
    200,
  );
  const headers = { authorization: `Bearer ${storage.serviceKey}` };
  const response = await fetch(storage.url + path, { headers });
  let received = 0;
  for await (const part of response.body ?? []) {
    received += part.length;
    look();
  }
  assertEquals(received, size);
  assert(peak < size / 2, `${peak} bytes more than before`);
});
