import { assert, assertEquals, assertMatch } from "@std/assert";
import { processOutbox } from "./outbox.ts";
import { outboxProject, Providers } from "./testing.ts";

const marie = "a0000000-0000-4000-8000-000000000001";
const joao = "a0000000-0000-4000-8000-000000000002";

Deno.test("what became of a request for erasure is told by e-mail; the last one goes to the address that was erased", async (t) => {
  await using project = await outboxProject();
  const { sql } = project;
  // The role of Studio, as `local/supabase/migrations.ts` takes it on.
  const studio = await sql.reserve();
  await studio`set session authorization postgres`;
  await sql`update public.notifications set state = 'withdrawn' where state = 'due'`;
  const sent = async () => {
    const providers = new Providers();
    await processOutbox(project.worker(providers));
    assertEquals(providers.sms, []);
    return providers.mails.map(({ to, subject, text }) => ({
      to,
      subject,
      text,
    }));
  };
  const newRequest = async (account: string) => {
    const [row] = await sql`
      with request as (insert into public.erasure_requests (account_id) values (${account}) returning *)
      select id, private.notify_erasure('erasure_requested', request) from request`;
    return String(row?.id);
  };
  const [address] = await sql`
    select id, email from auth.users where id = ${marie}`;

  await t.step("that it came in", async () => {
    await newRequest(joao);
    const mails = await sent();
    assertEquals(mails.length, 1);
    assertMatch(mails[0]?.text ?? "", /\/account/);
  });

  await t.step("that it was declined, and why", async () => {
    const [open] = await sql`
      select id from public.erasure_requests where account_id = ${joao} and decided_at is null`;
    await studio.unsafe(
      `select admin.decline_erasure('${open?.id}', 'Litígio em curso')`,
    );
    const mails = await sent();
    assertEquals(mails.length, 1);
    assertMatch(mails[0]?.text ?? "", /Litígio em curso/);
  });

  await t.step(
    "that it was accepted, where nothing else is sent any more",
    async () => {
      const request = await newRequest(marie);
      await sent();
      await sql`
        insert into public.appointments (patient_id, doctor_id, during, language)
        select patient_id, 'd0000000-0000-4000-8000-000000000008',
          tstzrange(now() + interval '40 days', now() + interval '40 days 10 minutes'), 'fr'
        from public.guardianships where account_id = ${marie} and relation = 'self'`;
      await studio.unsafe(`select admin.accept_erasure('${request}')`);
      const mails = await sent();
      assertEquals(mails.length, 1);
      assertMatch(mails[0]?.to ?? "", new RegExp(address?.email));
      assertMatch(mails[0]?.subject ?? "", /effacé/);
      assert(!/\/account/.test(mails[0]?.text ?? ""));
    },
  );

  await t.step("a week later nobody knows the address", async () => {
    const kept = async () =>
      (await sql`
        select 1 from public.notifications where former_address = ${address?.email}`)
        .length;
    await sql`select public.purge_expired()`;
    assertEquals(await kept(), 1);
    // Otherwise the trigger says that it was changed now.
    await sql`alter table public.notifications disable trigger notifications_touch`;
    await sql`
      update public.notifications set updated_at = now() - interval '8 days' where account_id = ${marie}`;
    await sql`alter table public.notifications enable trigger notifications_touch`;
    await sql`select public.purge_expired()`;
    assertEquals(await kept(), 0);
  });
});
