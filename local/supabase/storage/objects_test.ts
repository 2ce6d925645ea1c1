import { assertEquals } from "@std/assert";
import { testStorage } from "./testing.ts";

Deno.test("an object comes back as it went in, by form and raw", async () => {
  await using storage = await testStorage();
  const service = storage.client(storage.serviceKey);
  assertEquals((await service.createBucket("documents")).error, null);
  const files = service.from("documents");
  const bytes = crypto.getRandomValues(new Uint8Array(50_000));
  const options = { contentType: "application/pdf", metadata: { page: "1" } };
  for (const body of [bytes, new Blob([bytes], { type: "application/pdf" })]) {
    const { data, error } = await files.upload("a/b c.pdf", body, {
      ...options,
      upsert: true,
    });
    assertEquals([error, data?.path, data?.fullPath], [
      null,
      "a/b c.pdf",
      "documents/a/b c.pdf",
    ]);
    const download = await files.download("a/b c.pdf");
    assertEquals(await download.data?.bytes(), bytes);
    assertEquals(download.data?.type, "application/pdf");
    const { data: info } = await files.info("a/b c.pdf");
    assertEquals([
      info?.size,
      info?.contentType,
      info?.cacheControl,
      info?.metadata,
    ], [
      50_000,
      "application/pdf",
      "max-age=3600",
      { page: "1" },
    ]);
  }
  assertEquals(
    Array.from(Deno.readDirSync(`${storage.directory}/objects`)).length,
    1,
  );
});

Deno.test("an empty object is one, by form and raw", async () => {
  await using storage = await testStorage();
  const service = storage.client(storage.serviceKey);
  await service.createBucket("documents");
  const files = service.from("documents");
  for (const body of [new Blob([]), new Uint8Array(0), ""]) {
    const { error } = await files.upload("empty", body, { upsert: true });
    assertEquals(error, null);
    const { data } = await files.download("empty");
    assertEquals(data?.size, 0);
  }
});
