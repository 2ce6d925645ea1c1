import { assertEquals } from "@std/assert";
import { type TestStorage, testStorage } from "./testing.ts";

const objects = (storage: TestStorage) =>
  Array.from(
    Deno.readDirSync(`${storage.directory}/objects`),
    ({ name }) => name,
  );

Deno.test("after a crash, files that no object has are gone and every object is whole", async () => {
  await using storage = await testStorage();
  const service = storage.client(storage.serviceKey);
  await service.createBucket("files");
  const files = service.from("files");
  await files.upload("kept", new Blob(["kept"]));
  // What a crash leaves: an upload on its way, one whose row was not written, one whose old version was not removed.
  await Deno.writeTextFile(
    `${storage.directory}/incoming/${crypto.randomUUID()}`,
    "half",
  );
  await Deno.writeTextFile(
    `${storage.directory}/objects/${crypto.randomUUID()}`,
    "without row",
  );
  await Deno.writeTextFile(
    `${storage.directory}/objects/${crypto.randomUUID()}`,
    "old version",
  );
  await storage.restart();
  assertEquals(objects(storage).length, 1);
  assertEquals(
    Array.from(Deno.readDirSync(`${storage.directory}/incoming`)),
    [],
  );
  assertEquals(await (await files.download("kept")).data?.text(), "kept");
});

Deno.test("an object whose file is gone is not found, and can be removed or replaced", async () => {
  await using storage = await testStorage();
  const service = storage.client(storage.serviceKey);
  await service.createBucket("files");
  const files = service.from("files");
  await files.upload("lost", new Blob(["x"]));
  for (const name of objects(storage)) {
    await Deno.remove(`${storage.directory}/objects/${name}`);
  }
  assertEquals(
    (await files.download("lost")).error?.message,
    "Object not found",
  );
  assertEquals(
    (await files.copy("lost", "copy")).error?.message,
    "Object not found",
  );
  assertEquals((await files.update("lost", new Blob(["found"]))).error, null);
  assertEquals(await (await files.download("lost")).data?.text(), "found");
});

Deno.test("an upload whose caller goes away leaves nothing behind", async () => {
  await using storage = await testStorage();
  const service = storage.client(storage.serviceKey);
  await service.createBucket("files");
  const abort = new AbortController();
  const started = Promise.withResolvers<void>();
  const body = new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(100_000));
      if (
        Array.from(Deno.readDirSync(`${storage.directory}/incoming`)).length > 0
      ) started.resolve();
    },
  });
  const headers = { authorization: `Bearer ${storage.serviceKey}` };
  const upload = fetch(`${storage.url}/object/files/a`, {
    method: "POST",
    body,
    headers,
    signal: abort.signal,
  });
  const outcome = upload.then((response) => response.status, () => "gone");
  await started.promise;
  abort.abort();
  assertEquals(await outcome, "gone");
  const watcher = Deno.watchFs(`${storage.directory}/incoming`);
  const left = () =>
    Array.from(Deno.readDirSync(`${storage.directory}/incoming`)).length;
  if (left() > 0) {
    for await (const _ of watcher) if (left() === 0) break;
  } else watcher.close();
  assertEquals([left(), objects(storage)], [0, []]);
});

Deno.test("of many uploads of one name at once, one stays, whole, with one file", async () => {
  await using storage = await testStorage();
  const service = storage.client(storage.serviceKey);
  await service.createBucket("files");
  const files = service.from("files");
  const bodies = Array.from(
    { length: 12 },
    (_, index) => String(index).padEnd(100_000, "."),
  );
  const answers = await Promise.all(
    bodies.map((body) => files.upload("same", body, { upsert: true })),
  );
  assertEquals(answers.filter(({ error }) => error), []);
  assertEquals(
    bodies.includes(await (await files.download("same")).data?.text() ?? ""),
    true,
  );
  assertEquals(objects(storage).length, 1);
  const racing = await Promise.all(
    bodies.map((body) => files.upload("once", body)),
  );
  assertEquals(racing.filter(({ error }) => !error).length, 1);
  assertEquals(objects(storage).length, 2);
  await service.emptyBucket("files");
  assertEquals(objects(storage), []);
});
