import { assert, assertEquals } from "@std/assert";
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

Deno.test("a bucket is made, shown, changed in part, emptied and removed", async () => {
  await using storage = await testStorage();
  const service = storage.client(storage.serviceKey);
  assertEquals(
    (await service.getBucket("scans")).error?.message,
    "Bucket not found",
  );
  await service.createBucket("scans", {
    public: true,
    fileSizeLimit: "20mb",
    allowedMimeTypes: ["image/jpeg"],
  });
  const changed = await service.updateBucket("scans", { public: false });
  assertEquals(changed.data, { message: "Successfully updated" });
  const { created_at, updated_at, ...rest } =
    (await service.getBucket("scans")).data ?? {};
  assert(created_at && updated_at && created_at < updated_at);
  assertEquals(rest, {
    id: "scans",
    name: "scans",
    owner: "",
    public: false,
    file_size_limit: 20_000_000,
    allowed_mime_types: ["image/jpeg"],
  });
  assertEquals((await service.listBuckets()).data?.map(({ type }) => type), [
    "STANDARD",
  ]);
  const image = { contentType: "image/jpeg" };
  await service.from("scans").upload("a.jpg", "bytes", image);
  const full = await service.deleteBucket("scans");
  assertEquals(
    full.error?.message,
    "The bucket you tried to delete is not empty",
  );
  assertEquals((await service.emptyBucket("scans")).error, null);
  const gone = await service.deleteBucket("scans");
  assertEquals(gone.data, { message: "Successfully deleted" });
});
