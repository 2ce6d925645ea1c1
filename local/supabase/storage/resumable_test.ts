import { Buffer } from "node:buffer";
import { assert, assertEquals } from "@std/assert";
import { DetailedError, Upload, type UploadOptions } from "tus-js-client";
import { type TestStorage, testStorage } from "./testing.ts";

const ALICE = "a11ce000-0000-4000-8000-000000000000";
const BOB = "b0b00000-0000-4000-8000-000000000000";
const CHUNK = 6 * 1024 * 1024;
const POLICIES = `
  insert into storage.buckets (id, name, file_size_limit, allowed_mime_types)
  values ('files', 'files', 20000000, '{application/pdf}');
  create policy "Owners add" on storage.objects for insert to authenticated with check (
    bucket_id = 'files' and (storage.foldername(name))[1] = (select auth.uid())::text
    -- A signed address is made before anything is known of its object.
    and coalesce(metadata ->> 'mimetype', 'application/pdf') = 'application/pdf'
  );
  create policy "Owners read" on storage.objects for select to authenticated
  using ((storage.foldername(name))[1] = (select auth.uid())::text);`;

/** Bytes that tell a wrong order. */
function bytes(length: number): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(length);
  for (let i = 0; i < length; i += 997) made[i] = i / 997;
  return made;
}

interface Outcome {
  url: string | null;
  /** HTTP status of the refusal, when there is one. */
  refused?: number;
}

/** Uploads as supabase's guide says it: https://supabase.com/docs/guides/storage/uploads/resumable-uploads */
function upload(
  storage: TestStorage,
  file: Uint8Array<ArrayBuffer>,
  options: Partial<UploadOptions> & { objectName: string; bearer?: string },
): Promise<Outcome> {
  const { objectName, bearer, headers, metadata, ...rest } = options;
  return new Promise((resolve) => {
    const upload = new Upload(Buffer.from(file.buffer), {
      endpoint: `${storage.url}/upload/resumable`,
      retryDelays: null,
      chunkSize: CHUNK,
      uploadDataDuringCreation: true,
      headers: {
        ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
        ...headers,
      },
      metadata: {
        bucketName: "files",
        objectName,
        contentType: "application/pdf",
        cacheControl: "3600",
        metadata: JSON.stringify({ about: "a visit" }),
        ...metadata,
      },
      onError: (error) =>
        resolve({
          url: upload.url,
          refused: error instanceof DetailedError
            ? error.originalResponse?.getStatus() ?? 0
            : 0,
        }),
      onSuccess: () => resolve({ url: upload.url }),
      ...rest,
    });
    upload.start();
  });
}

Deno.test("a large file arrives in chunks of 6 MB, with its metadata and owner", async () => {
  await using storage = await testStorage({ sql: POLICIES });
  const bearer = await storage.token(ALICE);
  const objectName = `${ALICE}/scan.pdf`;
  const file = bytes(2 * CHUNK + 12_345);
  const offsets: number[] = [];
  const outcome = await upload(storage, file, {
    objectName,
    bearer,
    onChunkComplete: (_size, sent) => void offsets.push(sent),
  });
  assertEquals(outcome.refused, undefined);
  assert(outcome.url?.startsWith(`${storage.url}/upload/resumable/`));
  assertEquals(offsets, [CHUNK, 2 * CHUNK, file.length]);
  const files = storage.client(bearer).from("files");
  const { data } = await files.download(objectName);
  assert(
    Buffer.from(await data?.arrayBuffer() ?? new ArrayBuffer(0)).equals(file),
  );
  const [row] = await storage.db.admin`
    select owner_id, metadata, user_metadata from storage.objects`;
  assertEquals(row?.owner_id, ALICE);
  assertEquals(row?.metadata.size, file.length);
  assertEquals(row?.metadata.mimetype, "application/pdf");
  assertEquals(row?.metadata.cacheControl, "max-age=3600");
  assertEquals(row?.user_metadata, { about: "a visit" });
  const left = await Array.fromAsync(
    Deno.readDir(`${storage.directory}/resumable`),
  );
  assertEquals(left, []);

  const again = await upload(storage, bytes(10), { objectName, bearer });
  assertEquals(again.refused, 409);
});

Deno.test("policies, types, sizes and names are asked before a byte is kept", async () => {
  await using storage = await testStorage({ sql: POLICIES });
  const alice = await storage.token(ALICE);
  const bob = await storage.token(BOB);
  const objectName = `${ALICE}/scan.pdf`;
  const refused = async (
    options: Partial<Parameters<typeof upload>[2]>,
    length = 10,
  ) => {
    const all = { objectName, bearer: alice, ...options };
    return (await upload(storage, bytes(length), all)).refused;
  };
  assertEquals(await refused({ bearer: bob }), 403);
  assertEquals(await refused({ bearer: storage.anonKey }), 403);
  assertEquals(await refused({ bearer: "not.a.token" }), 403);
  assertEquals(await refused({ bearer: undefined }), 403);
  assertEquals(await refused({ metadata: { contentType: "text/html" } }), 415);
  // Node's client keeps a connection whose body nobody reads: here the bytes would come after the creation.
  const later = { uploadDataDuringCreation: false };
  assertEquals(await refused(later, 20_000_001), 413);
  assertEquals(await refused({ metadata: { bucketName: "none" } }), 404);
  for (const name of ["", "é.pdf", "a#b"]) {
    assertEquals(await refused({ metadata: { objectName: name } }), 400, name);
  }
  assertEquals(await refused({ metadata: { metadata: "[1]" } }), 400);
  // A name that could be a path stays a name, and this one is nobody's.
  assertEquals(await refused({ objectName: "../../../outside" }), 403);
  const rows = await storage.db.admin`select from storage.objects`;
  assertEquals(rows.count, 0);
});

Deno.test("an upload that broke off goes on where it was, after a restart too, and only for its owner", async () => {
  await using storage = await testStorage({ sql: POLICIES });
  const bearer = await storage.token(ALICE);
  const objectName = `${ALICE}/scan.pdf`;
  const file = bytes(CHUNK + 1_000);
  const url = await new Promise<string>((resolve, reject) => {
    const broken = new Upload(Buffer.from(file.buffer), {
      endpoint: `${storage.url}/upload/resumable`,
      retryDelays: null,
      chunkSize: CHUNK,
      headers: { authorization: `Bearer ${bearer}` },
      metadata: {
        ...{ bucketName: "files", objectName },
        contentType: "application/pdf",
      },
      onChunkComplete: async () => {
        await broken.abort();
        resolve(broken.url ?? "");
      },
      onError: reject,
    });
    broken.start();
  });
  await storage.restart();

  const goOn = (token: string) =>
    fetch(url, {
      method: "PATCH",
      headers: {
        authorization: `Bearer ${token}`,
        "tus-resumable": "1.0.0",
        "upload-offset": String(CHUNK),
        "content-type": "application/offset+octet-stream",
      },
      body: file.slice(CHUNK),
    });
  const bob = await goOn(await storage.token(BOB));
  assertEquals([bob.status, await bob.text()], [
    403,
    "new row violates row-level security policy",
  ]);
  const other = await fetch(url.replace(/[^/]+$/, crypto.randomUUID()), {
    method: "HEAD",
    headers: { authorization: `Bearer ${bearer}`, "tus-resumable": "1.0.0" },
  });
  assertEquals(other.status, 404);
  const sent: number[] = [];
  const outcome = await upload(storage, file, {
    objectName,
    bearer,
    uploadUrl: url,
    onChunkComplete: (size) => void sent.push(size),
  });
  assertEquals(outcome.refused, undefined);
  assertEquals(sent, [1_000]);
  const { data } = await storage.client(bearer).from("files").download(
    objectName,
  );
  assert(
    Buffer.from(await data?.arrayBuffer() ?? new ArrayBuffer(0)).equals(file),
  );
});

Deno.test("where everybody may add, nobody goes on with another's upload", async () => {
  await using storage = await testStorage({
    sql: `insert into storage.buckets (id, name) values ('shared', 'shared');
      create policy "Everybody adds" on storage.objects for insert to authenticated with check (bucket_id = 'shared');`,
  });
  const names = { bucketName: "shared", objectName: "a.txt", owner: BOB };
  const begin = {
    "upload-length": "3",
    "upload-metadata": Object.entries(names).map(([name, value]) =>
      `${name} ${btoa(value)}`
    ).join(","),
  };
  const goOn = {
    "upload-offset": "0",
    "content-type": "application/offset+octet-stream",
  };
  const ask = async (person: string, method: string, path: string) => {
    const response = await fetch(`${storage.url}/upload/resumable${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await storage.token(person)}`,
        "tus-resumable": "1.0.0",
        ...(method === "POST" ? begin : {}),
        ...(method === "PATCH" ? goOn : {}),
      },
      body: method === "PATCH" ? "abc" : undefined,
    });
    await response.body?.cancel();
    return response;
  };
  const begun = await ask(ALICE, "POST", "");
  assertEquals(begun.status, 201);
  const id = `/${begun.headers.get("location")?.split("/").at(-1)}`;
  for (const method of ["HEAD", "PATCH", "DELETE"]) {
    assertEquals((await ask(BOB, method, id)).status, 403, method);
  }
  assertEquals((await ask(ALICE, "HEAD", id)).status, 200);
  assertEquals((await ask(ALICE, "PATCH", id)).status, 204);
  const [row] = await storage.db.admin`select owner_id from storage.objects`;
  assertEquals(row?.owner_id, ALICE);
});

Deno.test("a signed upload needs no session, and opens its object only", async () => {
  await using storage = await testStorage({ sql: POLICIES });
  const objectName = `${ALICE}/scan.pdf`;
  const alice = storage.client(await storage.token(ALICE)).from("files");
  const { data: ticket } = await alice.createSignedUploadUrl(objectName);
  const signature = ticket?.token ?? "";
  const signed = (name: string, token: string) =>
    upload(storage, bytes(10), {
      objectName: name,
      endpoint: `${storage.url}/upload/resumable/sign`,
      headers: { "x-signature": token },
    });
  assertEquals((await signed(`${ALICE}/other.pdf`, signature)).refused, 400);
  assertEquals((await signed(objectName, `${signature}x`)).refused, 400);
  assertEquals((await signed(objectName, signature)).refused, undefined);
  const [row] = await storage.db.admin`
    select owner_id, name from storage.objects`;
  assertEquals({ ...row }, { owner_id: ALICE, name: objectName });
});
