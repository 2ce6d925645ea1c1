import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { createClient } from "@supabase/supabase-js";
import { PROJECT, testProject } from "./auth/testing.ts";

const MIGRATED = `
  create table public.notes (id int primary key, owner uuid default auth.uid(), body text);
  alter table public.notes enable row level security;
  create policy "Owners read their own notes" on public.notes for select to authenticated using (owner = (select auth.uid()));
  create policy "Owners write their own notes" on public.notes for insert to authenticated with check (owner = (select auth.uid()));
  grant all on public.notes to anon, authenticated, service_role;
`;

Deno.test("the gateway", async (t) => {
  await using project = await testProject(PROJECT);
  const { url, apiKeys, admin } = project;
  await project.db.admin.unsafe(MIGRATED);
  const get = async (
    path: string,
    headers: HeadersInit = {},
    init: RequestInit = {},
  ) => {
    const response = await fetch(url + path, { ...init, headers });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: () => JSON.parse(text),
    };
  };

  await t.step(
    "no key, a wrong key and a person's token as key are refused",
    async () => {
      const none = await get("/rest/v1/notes");
      assertEquals([none.status, none.json().message], [
        401,
        "No API key found in request",
      ]);
      const wrong = await get("/rest/v1/notes", { apikey: "sb_secret_wrong" });
      assertEquals([wrong.status, wrong.json().message], [
        401,
        "Invalid API key",
      ]);
      const mixed = await get("/rest/v1/notes", {
        apikey: apiKeys.publishable,
        authorization: `Bearer ${apiKeys.secret}`,
      });
      assertEquals(mixed.status, 401);
      const storage = await get("/storage/v1/bucket", {
        apikey: "sb_secret_wrong",
        authorization: "Bearer sb_secret_wrong",
      });
      assertEquals(storage.status, 401);
    },
  );

  await t.step("each of the four keys opens what its role may", async () => {
    await project.db
      .admin`insert into public.notes values (1, ${crypto.randomUUID()}, 'hidden')`;
    for (
      const [key, count] of [[apiKeys.publishable, 0], [apiKeys.anon, 0], [
        apiKeys.secret,
        1,
      ], [apiKeys.serviceRole, 1]] as const
    ) {
      const answer = await createClient(url, key, {
        auth: { persistSession: false, autoRefreshToken: false },
      }).from("notes").select();
      assertEquals(answer.error, null);
      assertEquals(answer.data?.length, count);
      const bare = await get("/rest/v1/notes", { apikey: key });
      assertEquals(bare.json().length, count);
    }
  });

  await t.step(
    "a signed-in person writes and reads his own rows, through one client",
    async () => {
      const email = "patient@mail.example";
      const password = "a password of good length";
      await admin.auth.admin.createUser({
        email,
        password,
        email_confirm: true,
      });
      const client = project.client();
      await client.auth.signInWithPassword({ email, password });
      assertEquals(
        (await client.from("notes").insert({ id: 2, body: "mine" })).error,
        null,
      );
      assertEquals((await client.from("notes").select("body")).data, [{
        body: "mine",
      }]);
      assertEquals(
        (await project.client().from("notes").select("body")).data,
        [],
      );
      await client.auth.signOut();
    },
  );

  await t.step("files and channels pass through the same door", async () => {
    assertEquals((await admin.storage.createBucket("documents")).error, null);
    assertEquals(
      (await admin.storage.from("documents").upload(
        "a/b.txt",
        new Blob(["hello"]),
      )).error,
      null,
    );
    const signed = await admin.storage.from("documents").createSignedUrl(
      "a/b.txt",
      60,
    );
    const open = await fetch(signed.data?.signedUrl ?? "");
    assertEquals([open.status, await open.text()], [200, "hello"]);
    // A bare socket: realtime-js leaves a timer behind when it disconnects.
    const socket = new WebSocket(
      `${
        url.replace("http", "ws")
      }/realtime/v1/websocket?vsn=1.0.0&apikey=${apiKeys.publishable}`,
    );
    const reply = Promise.withResolvers<string>();
    const join = {
      topic: "realtime:room",
      event: "phx_join",
      payload: { config: {} },
      ref: "1",
    };
    socket.onopen = () => socket.send(JSON.stringify(join));
    socket.onmessage = ({ data }) => reply.resolve(data);
    assertEquals(JSON.parse(await reply.promise).payload.status, "ok");
    const closed = new Promise((resolve) => socket.onclose = resolve);
    socket.close();
    await closed;
  });

  await t.step(
    "a browser may ask from anywhere, and read the headers it needs",
    async () => {
      const asked = await get("/rest/v1/notes", {
        origin: "http://localhost:8000",
        "access-control-request-method": "GET",
        "access-control-request-headers": "apikey,x-new-header",
      }, { method: "OPTIONS" });
      assertEquals(asked.status, 204);
      assertEquals(asked.headers.get("access-control-allow-origin"), "*");
      assertStringIncludes(
        asked.headers.get("access-control-allow-headers") ?? "",
        "x-new-header",
      );
      const refused = await get("/auth/v1/user");
      assertEquals(refused.headers.get("access-control-allow-origin"), "*");
      assertStringIncludes(
        refused.headers.get("access-control-expose-headers") ?? "",
        "Content-Range",
      );
    },
  );

  await t.step("what is not here says so by its name", async () => {
    for (
      const [path, name] of [["/functions/v1/hello", "Edge Functions"], [
        "/graphql/v1",
        "GraphQL",
      ]] as const
    ) {
      const answer = await get(path, { apikey: apiKeys.publishable }, {
        method: "POST",
      });
      assertEquals(answer.status, 501);
      assertStringIncludes(answer.text, name);
    }
    for (
      const path of [
        "/auth/v1/passkeys",
        "/auth/v1/oauth/authorize",
        "/auth/v1/admin/audit",
        "/auth/v1/factors/recovery-codes",
        "/auth/v1/.well-known/openid-configuration",
      ]
    ) {
      const answer = await get(path, { apikey: apiKeys.publishable });
      assertEquals(answer.status, 501);
      assertStringIncludes(
        answer.json().msg,
        " not part of the local services",
      );
    }
    assertEquals((await get("/")).status, 404);
    assertEquals(
      (await get("/constructor/v1/x", { apikey: apiKeys.secret })).status,
      404,
    );
    assertEquals(
      (await get("/auth/v1/nowhere", { apikey: apiKeys.secret })).status,
      404,
    );
    assertEquals(
      (await get("/auth/v1/user", { apikey: apiKeys.secret }, {
        method: "PATCH",
      })).status,
      405,
    );
  });

  await t.step("public keys and links need no key", async () => {
    const { keys } = (await get("/auth/v1/.well-known/jwks.json")).json();
    assertEquals([keys.length, keys[0].alg, keys[0].d], [
      1,
      "ES256",
      undefined,
    ]);
    const link = await fetch(
      `${url}/auth/v1/verify?token=x&type=signup&redirect_to=http://evil.example/`,
      { redirect: "manual" },
    );
    await link.body?.cancel();
    assertEquals(link.status, 303);
    const target = new URL(link.headers.get("location") ?? "");
    assertEquals(target.origin, "http://localhost:8000");
    assertEquals(
      new URLSearchParams(target.hash.slice(1)).get("error_code"),
      "otp_expired",
    );
  });

  await t.step(
    "a body that is too large, malformed or of another kind is refused, not a failure",
    async () => {
      const post = (
        body: BodyInit,
        path = "/auth/v1/token?grant_type=password",
      ) =>
        get(path, {
          apikey: apiKeys.publishable,
          "content-type": "application/json",
        }, { method: "POST", body });
      assertEquals((await post("x".repeat(1_100_000))).status, 413);
      const endless = new ReadableStream({
        pull(controller) {
          controller.enqueue(new Uint8Array(64 * 1024));
        },
      });
      assertEquals((await post(endless)).status, 413);
      for (
        const body of [
          "{",
          "[]",
          "null",
          '"x"',
          '{"email":1}',
          '{"email":{"$ne":1},"password":"x"}',
          "\u0000",
        ]
      ) {
        const answer = await post(body);
        assertEquals([answer.status, answer.json().error_code], [
          400,
          "bad_json",
        ]);
        assertEquals(answer.headers.get("x-sb-error-code"), "bad_json");
      }
      const sneaky = await post(
        JSON.stringify({ email: "a@b.c' or 1=1 --", password: "x" }),
      );
      assertEquals(sneaky.json().error_code, "invalid_credentials");
      const nul = await post(
        JSON.stringify({ email: "a\u0000@b.c", password: "x" }),
      );
      assertEquals(nul.status, 400);
      assertEquals(
        (await post(
          '{"type":"constructor","token_hash":"x"}',
          "/auth/v1/verify",
        )).status,
        400,
      );
    },
  );

  await t.step(
    "an error has the shape of the API version asked for",
    async () => {
      const old = await get("/auth/v1/user", {
        apikey: apiKeys.publishable,
        authorization: "Bearer nonsense",
      });
      assertEquals([old.status, old.json().code, old.json().error_code], [
        403,
        403,
        "bad_jwt",
      ]);
      const keyAlone = await get("/auth/v1/user", {
        apikey: apiKeys.publishable,
      });
      assertEquals([keyAlone.status, keyAlone.json().error_code], [
        401,
        "no_authorization",
      ]);
      const current = await get("/auth/v1/user", {
        apikey: apiKeys.publishable,
        authorization: "Bearer nonsense",
        "x-supabase-api-version": "2024-01-01",
      });
      assertEquals([
        current.json().code,
        current.headers.get("x-supabase-api-version"),
      ], ["bad_jwt", "2024-01-01"]);
      assert(
        current.json().message.startsWith(
          "invalid JWT: unable to parse or verify signature",
        ),
      );
    },
  );

  await t.step(
    "only a secret key is believed about the caller's address",
    async () => {
      const sign = (key: string, address: string) =>
        get("/auth/v1/factors", {
          apikey: key,
          authorization: `Bearer ${key}`,
          "sb-forwarded-for": address,
        }, { method: "POST", body: "{}" });
      assertEquals((await sign(apiKeys.secret, "not an address")).status, 403);
      const email = `${crypto.randomUUID()}@mail.example`;
      const password = "a password of good length";
      await admin.auth.admin.createUser({
        email,
        password,
        email_confirm: true,
      });
      for (
        const [key, believed] of [[apiKeys.secret, true], [
          apiKeys.publishable,
          false,
        ], [apiKeys.serviceRole, false]] as const
      ) {
        await get("/auth/v1/token?grant_type=password", {
          apikey: key,
          "sb-forwarded-for": "203.0.113.7",
        }, {
          method: "POST",
          body: JSON.stringify({ email, password }),
        });
        const [session] = await project.db
          .admin`select host(ip) as ip from auth.sessions order by created_at desc limit 1`;
        assertEquals(session?.ip === "203.0.113.7", believed);
      }
    },
  );
});
