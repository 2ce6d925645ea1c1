import { assertEquals } from "@std/assert";
import { createClient } from "@supabase/supabase-js";
import { PROJECT, testProject } from "./auth/testing.ts";
import { parseConfig } from "./config.ts";

const SECRET = "a secret that only the application's server knows";

Deno.test("Auth and REST are for the application's server only", async (t) => {
  await using project = await testProject(PROJECT, { serverSecret: SECRET });
  const { url, apiKeys: { publishable, secret, anon, serviceRole } } = project;
  await project.db.admin.unsafe(`
    create table public.notes (id int primary key);
    grant all on public.notes to anon, authenticated, service_role;
    create function public.seen_headers() returns json language sql as
      $$ select current_setting('request.headers')::json $$;
  `);
  const status = async (path: string, headers: HeadersInit, init = {}) => {
    const response = await fetch(url + path, { ...init, headers });
    await response.body?.cancel();
    return response.status;
  };
  const paths = [
    "/rest/v1/notes",
    "/auth/v1/user",
    "/auth/v1/settings",
    "/auth/v1/verify?token=a&type=signup&redirect_to=http://localhost",
    "/auth/v1/admin/users",
    "/rest/v1/rpc/seen_headers",
    "/auth/v1/.well-known/jwks.json/../../user",
  ];

  await t.step(
    "a browser's key is refused, with a person's token too",
    async () => {
      const email = "owner@mail.example";
      const password = "a password of good length";
      await project.admin.auth.admin.createUser({
        ...{ email, password, email_confirm: true },
      });
      const server = createClient(url, secret, {
        auth: { persistSession: false, autoRefreshToken: false },
      });
      const { data } = await server.auth.signInWithPassword({
        email,
        password,
      });
      const token = data.session?.access_token ?? "";
      for (const path of paths) {
        for (const apikey of [publishable, anon]) {
          assertEquals(await status(path, { apikey }), 403, path);
          const authorization = `Bearer ${token}`;
          assertEquals(
            await status(path, { apikey, authorization }),
            403,
            path,
          );
          const wrong = { apikey, "x-gateway-secret": "guessed" };
          assertEquals(await status(path, wrong), 403, path);
        }
      }
      const change = await fetch(`${url}/auth/v1/user`, {
        method: "PUT",
        headers: { apikey: publishable, authorization: `Bearer ${token}` },
        body: JSON.stringify({ password: "the thief's own password" }),
      });
      assertEquals(change.status, 403);
      assertEquals((await change.json()).code, "server_only");
    },
  );

  await t.step("supabase-js reads a message, not a riddle", async () => {
    const browser = createClient(url, publishable, {
      auth: { persistSession: false, autoRefreshToken: false },
    });
    const message = "This path is for the application's own server";
    assertEquals(
      (await browser.from("notes").select()).error?.message,
      message,
    );
    const { error } = await browser.auth.resetPasswordForEmail("a@b.example");
    assertEquals([error?.status, error?.message], [403, message]);
  });

  await t.step(
    "secret keys and the shared secret pass, and go no further",
    async () => {
      for (const apikey of [secret, serviceRole]) {
        assertEquals(await status("/rest/v1/notes", { apikey }), 200);
      }
      const server = createClient(url, publishable, {
        auth: { persistSession: false, autoRefreshToken: false },
        global: {
          headers: {
            "x-gateway-secret": SECRET,
            "sb-forwarded-for": "203.0.113.9",
          },
        },
      });
      const { data } = await server.rpc("seen_headers");
      assertEquals(data["apikey"], publishable);
      assertEquals("x-gateway-secret" in data, false);
      assertEquals("sb-forwarded-for" in data, false);
    },
  );

  await t.step("public keys, Storage and Realtime stay open", async () => {
    assertEquals(await status("/auth/v1/.well-known/jwks.json", {}), 200);
    await project.admin.storage.createBucket("documents");
    const files = project.admin.storage.from("documents");
    await files.upload("a.txt", new Blob(["hello"]));
    const signed = await files.createSignedUrl("a.txt", 60);
    const answer = await fetch(signed.data?.signedUrl ?? "");
    assertEquals([answer.status, await answer.text()], [200, "hello"]);
    const socket = new WebSocket(
      `${
        url.replace("http", "ws")
      }/realtime/v1/websocket?apikey=${publishable}&vsn=2.0.0`,
    );
    await new Promise((resolve) => socket.onopen = resolve);
    const closed = new Promise((resolve) => socket.onclose = resolve);
    socket.close();
    await closed;
  });
});

Deno.test("without a shared secret only secret keys pass", async () => {
  await using project = await testProject(PROJECT, { serverSecret: undefined });
  const ask = async (headers: HeadersInit) => {
    const answer = await fetch(`${project.url}/auth/v1/settings`, { headers });
    await answer.body?.cancel();
    return answer.status;
  };
  const { publishable, secret } = project.apiKeys;
  assertEquals(await ask({ apikey: secret }), 200);
  assertEquals(await ask({ apikey: publishable }), 403);
  for (const given of ["", "null", "undefined"]) {
    const headers = { apikey: publishable, "x-gateway-secret": given };
    assertEquals(await ask(headers), 403);
  }
});

Deno.test("Sb-Forwarded-For counts with the switch and an opaque secret key only", async (t) => {
  const address = "203.0.113.7";
  for (const enabled of [true, false]) {
    await t.step(enabled ? "on" : "off", async () => {
      const config = parseConfig(PROJECT, {
        GOTRUE_SECURITY_SB_FORWARDED_FOR_ENABLED: String(enabled),
      });
      await using project = await testProject("", {
        config,
        serverSecret: false,
      });
      const email = "owner@mail.example";
      const password = "a password of good length";
      await project.admin.auth.admin.createUser({
        ...{ email, password, email_confirm: true },
      });
      const seen = async (key: string, header: string) => {
        const client = createClient(project.url, key, {
          auth: { persistSession: false, autoRefreshToken: false },
          global: { headers: { "Sb-Forwarded-For": header } },
        });
        const { data } = await client.auth.signInWithPassword({
          ...{ email, password },
        });
        const [row] = await project.db.admin`
          select host(ip) as ip from auth.sessions where user_id = ${
          data.user?.id ?? null
        } order by created_at desc limit 1`;
        await project.admin.auth.admin.signOut(
          data.session?.access_token ?? "",
        );
        return row?.ip;
      };
      const { secret, serviceRole, publishable } = project.apiKeys;
      const believed = enabled ? address : "127.0.0.1";
      assertEquals(await seen(secret, address), believed);
      assertEquals(await seen(secret, `${address}, 10.0.0.1`), believed);
      assertEquals(await seen(secret, "no address"), "127.0.0.1");
      assertEquals(await seen(serviceRole, address), "127.0.0.1");
      assertEquals(await seen(publishable, address), "127.0.0.1");
    });
  }
});
