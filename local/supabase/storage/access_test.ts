import { assertEquals } from "@std/assert";
import { testStorage } from "./testing.ts";

const ALICE = "a11ce000-0000-4000-8000-000000000000";
const BOB = "b0b00000-0000-4000-8000-000000000000";
/** Everyone keeps files in a folder of his own; nobody overwrites what is called sealed. */
const POLICIES = `
  insert into storage.buckets (id, name) values ('files', 'files');
  create policy "Owners read" on storage.objects for select to authenticated
  using (bucket_id = 'files' and (storage.foldername(name))[1] = (select auth.uid())::text);
  create policy "Owners add" on storage.objects for insert to authenticated
  with check (bucket_id = 'files' and (storage.foldername(name))[1] = (select auth.uid())::text);
  create policy "Owners replace" on storage.objects for update to authenticated
  using (bucket_id = 'files' and (storage.foldername(name))[1] = (select auth.uid())::text and name !~ 'sealed');
  create policy "Owners remove" on storage.objects for delete to authenticated
  using (bucket_id = 'files' and (storage.foldername(name))[1] = (select auth.uid())::text and name !~ 'sealed');`;
const file = new Blob(["a report"], { type: "text/plain" });

async function people() {
  const storage = await testStorage({ sql: POLICIES });
  return {
    storage,
    alice: storage.client(await storage.token(ALICE)).from("files"),
    bob: storage.client(await storage.token(BOB)).from("files"),
    anon: storage.client(storage.anonKey).from("files"),
    [Symbol.asyncDispose]: () => storage[Symbol.asyncDispose](),
  };
}

function said({ error }: { error: unknown }): unknown[] | null {
  if (!error) return null;
  const { status, statusCode, message, code } = error as Record<
    string,
    unknown
  >; // compared below
  return [status, statusCode, code, message];
}

const DENIED = [
  400,
  "403",
  "AccessDenied",
  "new row violates row-level security policy",
];
const UNSEEN = [400, "404", "NoSuchKey", "Object not found"];

Deno.test("only an owner adds, and only he sees that there is something", async () => {
  await using test = await people();
  const { alice, bob, anon, storage } = test;
  const name = `${ALICE}/report.txt`;
  for (const other of [bob, anon]) {
    assertEquals(said(await other.upload(name, file)), DENIED);
  }
  assertEquals(said(await alice.upload(name, file)), null);
  for (const other of [bob, anon]) {
    assertEquals(said(await other.upload(name, file)), DENIED);
    assertEquals(said(await other.download(name)), UNSEEN);
    assertEquals(said(await other.info(name)), UNSEEN);
    assertEquals(said(await other.createSignedUrl(name, 60)), UNSEEN);
    assertEquals(said(await other.createSignedUploadUrl(name)), DENIED);
    assertEquals(said(await other.move(name, `${BOB}/report.txt`)), UNSEEN);
    assertEquals(said(await other.copy(name, `${BOB}/report.txt`)), UNSEEN);
    assertEquals((await other.remove([name])).data, []);
    assertEquals((await other.list(ALICE)).data, []);
    assertEquals((await other.listV2()).data?.objects, []);
    const urls = await other.createSignedUrls([name], 60);
    assertEquals(urls.data?.map(({ signedUrl }) => signedUrl), [null]);
    const published = await fetch(other.getPublicUrl(name).data.publicUrl);
    assertEquals((await published.json()).message, "Bucket not found");
  }
  assertEquals(await (await alice.download(name)).data?.text(), "a report");
  const service = storage.client(storage.serviceKey).from("files");
  assertEquals(await (await service.download(name)).data?.text(), "a report");
  const [row] = await storage.db
    .admin`select owner_id, owner::text from storage.objects`;
  assertEquals({ ...row }, { owner_id: ALICE, owner: ALICE });
});

Deno.test("an owner cannot give away, overwrite or remove what his policies protect", async () => {
  await using test = await people();
  const { alice } = test;
  const sealed = `${ALICE}/sealed.txt`;
  assertEquals(said(await alice.upload(sealed, file)), null);
  assertEquals(said(await alice.upload(sealed, file)), [
    400,
    "409",
    "KeyAlreadyExists",
    "The resource already exists",
  ]);
  assertEquals(
    said(await alice.upload(sealed, new Blob(["other"]), { upsert: true })),
    DENIED,
  );
  assertEquals(said(await alice.move(sealed, `${ALICE}/open.txt`)), UNSEEN);
  assertEquals((await alice.remove([sealed])).data, []);
  assertEquals(said(await alice.copy(sealed, `${BOB}/copy.txt`)), DENIED);
  assertEquals(said(await alice.copy(sealed, `${ALICE}/copy.txt`)), null);
  assertEquals(
    said(await alice.move(`${ALICE}/copy.txt`, `${BOB}/copy.txt`)),
    DENIED,
  );
  assertEquals(await (await alice.download(sealed)).data?.text(), "a report");
});

Deno.test("removing one object by its address: 403 where it may not be, 404 where there is none", async () => {
  await using test = await people();
  const { alice, storage } = test;
  await alice.upload(`${ALICE}/sealed.txt`, file);
  await alice.upload(`${ALICE}/open.txt`, file);
  const remove = async (person: string, name: string) => {
    const authorization = `Bearer ${await storage.token(person)}`;
    const response = await fetch(`${storage.url}/object/files/${name}`, {
      ...{ method: "DELETE", headers: { authorization } },
    });
    const { statusCode, code } = await response.json();
    return [response.status, statusCode, code];
  };
  const denied = [400, "403", "AccessDenied"];
  assertEquals(await remove(BOB, `${ALICE}/open.txt`), denied);
  assertEquals(await remove(ALICE, `${ALICE}/sealed.txt`), denied);
  const none = [400, "404", "NoSuchKey"];
  assertEquals(await remove(ALICE, `${ALICE}/none.txt`), none);
  const removed = await remove(ALICE, `${ALICE}/open.txt`);
  assertEquals(removed, [200, undefined, undefined]);
});

Deno.test("who may add and not see, adds: into a letter box", async () => {
  await using storage = await testStorage({
    sql: `insert into storage.buckets (id, name) values ('files', 'files');
      create policy "Everybody drops" on storage.objects for insert to authenticated with check (bucket_id = 'files');`,
  });
  const bob = storage.client(await storage.token(BOB)).from("files");
  assertEquals(said(await bob.upload("letter.txt", file)), null);
  assertEquals(said(await bob.download("letter.txt")), UNSEEN);
  assertEquals(said(await bob.upload("letter.txt", file)), [
    ...[400, "409", "KeyAlreadyExists", "The resource already exists"],
  ]);
  // To replace, one must see what is there.
  const again = await bob.upload("letter.txt", file, { upsert: true });
  assertEquals(said(again), DENIED);
});

Deno.test("policies see what an upload says of itself", async () => {
  await using storage = await testStorage({
    sql: `insert into storage.buckets (id, name) values ('files', 'files');
      create policy "Short notes about something" on storage.objects for insert to authenticated with check (
        metadata ->> 'mimetype' = 'text/plain' and user_metadata ->> 'about' is not null
        and coalesce((metadata ->> 'contentLength')::int, 0) < 100
      );`,
  });
  const bob = storage.client(await storage.token(BOB)).from("files");
  const about = { metadata: { about: "a visit" } };
  assertEquals(said(await bob.upload("a.txt", file)), DENIED);
  assertEquals(said(await bob.upload("a.txt", file, about)), null);
  const page = new Blob(["<p>"], { type: "text/html" });
  assertEquals(said(await bob.upload("b.html", page, about)), DENIED);
  for (const [length, statusCode] of [[10, undefined], [1_000, "403"]]) {
    const response = await fetch(`${storage.url}/object/files/raw-${length}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${await storage.token(BOB)}`,
        "content-type": "text/plain",
        "x-metadata": btoa(JSON.stringify(about.metadata)),
      },
      body: "x".repeat(Number(length)),
    });
    assertEquals((await response.json()).statusCode, statusCode);
  }
});

Deno.test("rows go only through the server; SQL that forgets the files is refused", async () => {
  await using test = await people();
  const { alice, storage } = test;
  await alice.upload(`${ALICE}/a.txt`, file);
  const outcome = await storage.db.admin`delete from storage.objects`.catch((
    error,
  ) => error.code);
  assertEquals(outcome, "42501");
});

Deno.test("a person without rights on buckets makes, sees, changes and removes none", async () => {
  await using test = await people();
  const bob = test.storage.client(await test.storage.token(BOB));
  const missing = [400, "404", "NoSuchBucket", "Bucket not found"];
  assertEquals(said(await bob.createBucket("mine")), DENIED);
  assertEquals((await bob.listBuckets()).data, []);
  assertEquals(said(await bob.getBucket("files")), missing);
  assertEquals(
    said(await bob.updateBucket("files", { public: true })),
    missing,
  );
  assertEquals(said(await bob.emptyBucket("files")), missing);
  assertEquals(said(await bob.deleteBucket("files")), missing);
});

Deno.test("a signed URL opens its object until it ends, and nothing else", async () => {
  await using test = await people();
  const { alice, storage } = test;
  for (const name of ["a.txt", "b.txt"]) {
    await alice.upload(`${ALICE}/${name}`, file);
  }
  const { data } = await alice.createSignedUrl(`${ALICE}/a.txt`, 60);
  const url = data?.signedUrl ?? "";
  const response = await fetch(url);
  assertEquals([response.status, await response.text()], [200, "a report"]);
  const codeOf = async (url: string, init?: RequestInit) =>
    (await (await fetch(url, init)).json()).code;
  assertEquals(await codeOf(url.replace("a.txt", "b.txt")), "InvalidSignature");
  const token = new URL(url).searchParams.get("token") ?? "";
  assertEquals(
    await codeOf(url.replace(token, `${token.slice(0, -8)}AAAAAAAA`)),
    "InvalidJWT",
  );
  const session = await storage.token(ALICE, {
    url: `files/${ALICE}/a.txt`,
    scope: "download",
  });
  assertEquals(await codeOf(url.replace(token, session)), "InvalidSignature");
  const upload = url.replace("/object/sign/", "/object/upload/sign/");
  assertEquals(
    await codeOf(upload, { method: "PUT", body: "x" }),
    "InvalidSignature",
  );
  const { error } = await storage.client(token).from("files").download(
    `${ALICE}/a.txt`,
  );
  assertEquals([
    error?.name,
    error && "status" in error && Number(error.status) >= 400,
  ], ["StorageApiError", true]);
});

Deno.test("a signed upload keeps its signer as owner and its object's name", async () => {
  await using test = await people();
  const { alice, anon, storage } = test;
  const name = `${ALICE}/by-phone.txt`;
  const { data } = await alice.createSignedUploadUrl(name);
  const token = data?.token ?? "";
  assertEquals(
    said(await anon.uploadToSignedUrl(`${ALICE}/other.txt`, token, file)),
    [
      400,
      "400",
      "InvalidSignature",
      "Invalid signature",
    ],
  );
  assertEquals(said(await anon.uploadToSignedUrl(name, token, file)), null);
  const [row] = await storage.db
    .admin`select owner_id from storage.objects where name = ${name}`;
  assertEquals(row?.owner_id, ALICE);
});

Deno.test("a token that is forged, expired or of a foreign role opens nothing", async () => {
  await using test = await people();
  const { storage } = test;
  const ask = async (token: string) =>
    said(await storage.client(token).listBuckets());
  assertEquals(await ask("not.a.token"), [
    400,
    "403",
    "AccessDenied",
    "Invalid Compact JWS",
  ]);
  const expired = await storage.token(ALICE, { exp: 1_000_000_000 });
  assertEquals(await ask(expired), [
    400,
    "403",
    "AccessDenied",
    '"exp" claim timestamp check failed',
  ]);
  const none = `${btoa('{"alg":"none"}').replaceAll("=", "")}.${
    expired.split(".")[1]
  }.`;
  assertEquals((await ask(none))?.[1], "403");
  for (const role of ["postgres", "supabase_storage_admin", "nobody"]) {
    const outcome = await ask(await storage.token(ALICE, { role }));
    assertEquals(outcome?.slice(0, 3), [400, "403", "AccessDenied"], role);
  }
});
