import { assert, assertEquals } from "@std/assert";
import { PROJECT, testProject } from "./testing.ts";

const PASSWORD = "a password of good length";

/** As a project's migration writes it: what changes an address or a password needs a ticket of the server. */
const GUARD = `
  set role postgres;
  create schema private;
  create table private.tickets (user_id uuid, used_at timestamptz);
  create table private.writers (name text);
  create function private.guard() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    if (new.email, new.phone, new.encrypted_password, new.email_change, new.phone_change)
      is distinct from (old.email, old.phone, old.encrypted_password, old.email_change, old.phone_change)
    then
      update private.tickets set used_at = now() where user_id = new.id and used_at is null;
      if not found then raise exception 'no ticket for this change'; end if;
    end if;
    return new;
  end $$;
  create trigger guard before update on auth.users for each row execute function private.guard();
  create function private.note_writer() returns trigger language plpgsql set search_path = '' as $$
  begin
    insert into private.writers values (current_user);
    return new;
  end $$;
  grant usage on schema private to supabase_auth_admin;
  grant insert on private.writers to supabase_auth_admin;
  create trigger note_writer after update on auth.users for each row execute function private.note_writer();
  reset role;
`;

Deno.test("a trigger on auth.users refuses what the server did not announce", async (t) => {
  await using project = await testProject(
    PROJECT.replace("[auth.email]", "[auth.email]\notp_length = 10"),
  );
  const sql = project.db.admin;
  const { data: created } = await project.admin.auth.admin.createUser({
    email: "owner@mail.example",
    password: PASSWORD,
    email_confirm: true,
  });
  const id = created.user?.id ?? "";
  await sql.unsafe(GUARD);
  const client = project.client();
  const signedIn = await client.auth.signInWithPassword({
    email: "owner@mail.example",
    password: PASSWORD,
  });
  assertEquals(signedIn.error, null);
  const ticket = () => sql`insert into private.tickets values (${id})`;
  const pending = async () =>
    (await sql`select from auth.one_time_tokens where user_id = ${id}`).count;

  for (
    const change of [
      { email: "thief@mail.example" },
      { password: "another password, long enough" },
      { phone: "+352621123456" },
    ]
  ) {
    const name = Object.keys(change)[0];
    await t.step(`${name}: 500, and nothing is stored`, async () => {
      const { error } = await client.auth.updateUser(change);
      assertEquals(
        [error?.status, error?.message],
        [500, "Error updating user"],
      );
      assertEquals(await pending(), 0);
      const { data } = await project.admin.auth.admin.getUserById(id);
      assertEquals(data.user?.email, "owner@mail.example");
      assertEquals(data.user?.new_email, undefined);
      const again = await project.client().auth.signInWithPassword({
        email: "owner@mail.example",
        password: PASSWORD,
      });
      assertEquals(again.error, null);
    });
  }

  await t.step("the service role is refused in the same way", async () => {
    const { error } = await project.admin.auth.admin.updateUserById(id, {
      email: "thief@mail.example",
    });
    assertEquals([error?.status, error?.message], [500, "Error updating user"]);
  });

  await t.step("with a ticket it passes, once", async () => {
    await ticket();
    const password = "another password, long enough";
    assertEquals((await client.auth.updateUser({ password })).error, null);
    const next = await client.auth.updateUser({ password: PASSWORD });
    assertEquals(next.error?.status, 500);
  });

  await t.step(
    "a new address is confirmed at both, with ten digits",
    async () => {
      await ticket();
      const asked = await client.auth.updateUser({ email: "new@mail.example" });
      assertEquals(asked.error, null);
      const sent = project.calls.at(-1)?.email_data;
      assert(sent);
      assertEquals([sent.token.length, sent.token_new.length], [10, 10]);
      const verify = (token_hash: string) =>
        project.client().auth.verifyOtp({ token_hash, type: "email_change" });
      const first = await verify(sent.token_hash);
      assertEquals([first.error, first.data.user], [null, null]);
      assertEquals(
        (await project.admin.auth.admin.getUserById(id)).data.user
          ?.email,
        "owner@mail.example",
      );
      await ticket();
      const second = await verify(sent.token_hash_new);
      assertEquals(second.error, null);
      assertEquals(second.data.user?.email, "new@mail.example");
    },
  );

  await t.step("Auth writes as supabase_auth_admin, no superuser", async () => {
    const rows = await sql`select distinct name from private.writers`;
    assertEquals([...rows], [{ name: "supabase_auth_admin" }]);
    await sql`revoke insert on private.writers from supabase_auth_admin`;
    const { error } = await client.auth.signInWithPassword({
      email: "new@mail.example",
      password: "another password, long enough",
    });
    assertEquals(
      [error?.status, error?.message],
      [500, "Database error granting user"],
    );
  });
});

Deno.test("a trigger that refuses a new user is a database error", async () => {
  await using project = await testProject(PROJECT);
  await project.db.admin.unsafe(`
    create function public.refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
    create trigger refuse before insert on auth.users for each row execute function public.refuse();
  `);
  const person = { email: "new@mail.example", password: PASSWORD };
  const { error } = await project.client().auth.signUp(person);
  assertEquals(
    [error?.status, error?.message],
    [500, "Database error saving new user"],
  );
  const bare = await fetch(`${project.url}/auth/v1/signup`, {
    method: "POST",
    headers: { apikey: project.apiKeys.publishable },
    body: JSON.stringify(person),
  });
  assertEquals(await bare.json(), {
    code: 500,
    error_code: "unexpected_failure", // auth-js does not show it of a 500
    msg: "Database error saving new user",
  });
  const byAdmin = await project.admin.auth.admin.createUser(person);
  assertEquals(byAdmin.error?.message, "Database error creating new user");
});
