import { assertEquals } from "@std/assert";
import { testStorage } from "./testing.ts";

async function shelf() {
  const storage = await testStorage();
  const service = storage.client(storage.serviceKey);
  await service.createBucket("shelf");
  const files = service.from("shelf");
  for (
    const name of [
      "b.txt",
      "A.txt",
      "a/2.txt",
      "a/1.txt",
      "a/b/3.txt",
      "a_/4.txt",
      "100%/x",
    ]
  ) {
    await storage.db.admin`insert into storage.objects ${
      storage.db.admin({ bucket_id: "shelf", name })
    }`;
  }
  return { files, [Symbol.asyncDispose]: () => storage[Symbol.asyncDispose]() };
}

Deno.test("a folder lists what is directly in it, folders without an id", async () => {
  await using test = await shelf();
  const list = async (...args: Parameters<typeof test.files.list>) => {
    const { data, error } = await test.files.list(...args);
    return error?.message ??
      data?.map(({ name, id }) => id ? name : `${name}/`);
  };
  assertEquals(await list(), ["100%/", "a/", "A.txt", "a_/", "b.txt"]);
  assertEquals(await list("a"), ["1.txt", "2.txt", "b/"]);
  assertEquals(await list("a/b/"), ["3.txt"]);
  assertEquals(await list("nowhere"), []);
  assertEquals(await list("", { search: "A" }), ["a/", "A.txt", "a_/"]);
  assertEquals(await list("", { search: "%" }), []);
  assertEquals(await list("", { limit: 2, offset: 1 }), ["a/", "A.txt"]);
  const sortBy = { column: "name", order: "desc" };
  assertEquals(await list("", { sortBy }), [
    "b.txt",
    "a_/",
    "A.txt",
    "a/",
    "100%/",
  ]);
  const newest = { column: "created_at", order: "desc" };
  assertEquals(await list("a", { sortBy: newest }), ["b/", "1.txt", "2.txt"]);
});

Deno.test("a paged list walks through everything, each entry once", async () => {
  await using test = await shelf();
  const walk = async (options: Parameters<typeof test.files.listV2>[0]) => {
    const names: string[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const { data } = await test.files.listV2({
        limit: 2,
        cursor,
        ...options,
      });
      names.push(
        ...(data?.folders ?? []).map(({ name }) => name),
        ...(data?.objects ?? []).map(({ name }) => name),
      );
      cursor = data?.nextCursor;
      more = data?.hasNext ?? false;
    }
    return names;
  };
  assertEquals(await walk({}), [
    "100%/x",
    "A.txt",
    "a/1.txt",
    "a/2.txt",
    "a/b/3.txt",
    "a_/4.txt",
    "b.txt",
  ]);
  assertEquals(await walk({ prefix: "a", with_delimiter: true }), [
    "a/",
    "a_/",
  ]);
  assertEquals(
    await walk({
      prefix: "a/",
      with_delimiter: true,
      sortBy: { column: "name", order: "desc" },
    }),
    [
      "a/b/",
      "a/2.txt",
      "a/1.txt",
    ],
  );
  assertEquals(
    await walk({
      prefix: "a/",
      sortBy: { column: "created_at", order: "asc" },
    }),
    [
      "a/2.txt",
      "a/1.txt",
      "a/b/3.txt",
    ],
  );
});
