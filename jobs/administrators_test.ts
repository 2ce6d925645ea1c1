import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { processOutbox } from "./outbox.ts";
import { outboxProject, Providers } from "./testing.ts";

const weber = "d0000000-0000-4000-8000-000000000001";
const reuter = "d0000000-0000-4000-8000-000000000008";
const marie = "a0000000-0000-4000-8000-000000000001";

/** What administrators do in Studio, and what patients and doctors get of it. */
Deno.test("administrators", async (t) => {
  await using project = await outboxProject();
  const { sql, client } = project;
  // The role of Studio, as `local/supabase/migrations.ts` takes it on.
  const studio = await sql.reserve();
  await studio`set session authorization postgres`;
  /** Calls a function of the schema admin; what it answers. */
  const admin = async (call: string): Promise<string> => {
    const [row] = await studio.unsafe(`select ${call} as answer`);
    return row?.answer;
  };
  /** Sends what is due: the messages, by whom they go to. */
  const sent = async () => {
    const providers = new Providers();
    await processOutbox(project.worker(providers));
    return {
      sms: providers.sms.map(({ to, text }) => ({ to, text })),
      mails: providers.mails.map(({ to, subject, text }) => ({
        to,
        subject,
        text,
      })),
    };
  };
  await sql`update public.notifications set state = 'withdrawn' where state = 'due'`;
  const [booked] = await sql`
    insert into public.appointments (patient_id, doctor_id, during, language)
    select patient_id, ${reuter}, tstzrange(now() + interval '40 days', now() + interval '40 days 10 minutes'), 'fr'
    from public.guardianships where account_id = ${marie} and relation = 'self'
    returning id`;
  const state = async (id: string) => {
    const [row] = await sql`
      select state, cancelled_by from public.appointments where id = ${id}`;
    return [row?.state, row?.cancelled_by];
  };

  await t.step(
    "the helpdesk cancels: the patient reads why, and the slot is free again",
    async () => {
      const free = async () =>
        (await sql`
          select 1 from public.availability_exceptions where cancelled_appointment_id = ${booked?.id}`)
          .length === 0;
      assertMatch(
        await admin(
          `admin.cancel_appointment('${booked?.id}', 'Demandé par téléphone')`,
        ),
        /told by SMS and e-mail/,
      );
      assertEquals(await state(booked?.id), ["cancelled", "admin"]);
      assert(await free());
      const { sms, mails } = await sent();
      assertEquals(sms.map(({ to }) => to), ["+352621300001"]);
      assertMatch(mails[0]?.text ?? "", /annulé par notre service/);
      assertMatch(mails[0]?.text ?? "", /Motif\u202f: Demandé par téléphone/);
      assertMatch(
        await admin(`admin.cancel_appointment('${booked?.id}', 'encore')`),
        /cancelled already/,
      );
      assertEquals(await sent(), { sms: [], mails: [] });
    },
  );

  await t.step(
    "a reason is needed, and is asked for in a sentence",
    async () => {
      await assertRejects(
        () => admin(`admin.deactivate_account('${weber}', ' ')`),
        Error,
        "Say why in reason",
      );
    },
  );

  await t.step(
    "a doctor who leaves: patients are told at once, nobody finds or books them, their sessions end",
    async () => {
      const open = await sql`
        select distinct users.email
        from public.appointments
        join public.guardianships on guardianships.patient_id = appointments.patient_id
        join auth.users on users.id = account_id
        where doctor_id = ${weber} and state = 'booked' and starts_at > now()`;
      assert(open.length > 0, "the seed has booked appointments");
      await sql`
        insert into auth.sessions (id, user_id, created_at) values (gen_random_uuid(), ${weber}, now())`;
      assertMatch(
        await admin(`admin.deactivate_account('${weber}', 'Fin d’activité')`),
        /^Dr Claire Weber can no longer sign in and is no longer found\. Appointments cancelled, their patients told: [1-9]/,
      );
      const { sms, mails } = await sent();
      assertEquals(
        [...new Set(mails.map(({ to }) => to))].sort(),
        open.map(({ email }) => email).sort(),
      );
      assertEquals(sms.length, mails.length);
      for (const { text } of mails) {
        assertMatch(text, /Fin d’activité/);
        assertEquals(text.includes("/doctors/claire-weber"), false);
      }
      const { data } = await project.visitor.rpc("doctor_calendar", {
        slug: "claire-weber",
      });
      assertEquals(data, null);
      assertEquals(
        (await sql`select from auth.sessions where user_id = ${weber}`).length,
        0,
      );
      assertEquals(
        (await sql`
          select from public.appointments
          where doctor_id = ${weber} and state in ('booked', 'waiting') and starts_at > now()`)
          .length,
        0,
      );
    },
  );

  await t.step(
    "a doctor who comes back signs in at once, and is found when an administrator says so",
    async () => {
      const listed = async () => {
        const [row] = await sql`
          select active, listed from public.doctors join public.accounts using (id) where id = ${weber}`;
        return [row?.active, row?.listed];
      };
      assertMatch(
        await admin(`admin.reactivate_account('${weber}')`),
        /not found by patients/,
      );
      assertEquals(await listed(), [true, false]);
      await admin(`admin.reactivate_account('${weber}', listed => true)`);
      assertEquals(await listed(), [true, true]);
    },
  );

  await t.step(
    "an invited doctor gets a link, and signs in with the password they choose",
    async () => {
      const invite = `admin.invite_doctor(
        ' Zoe.Muller@praxis.example', 'Zoé', 'Muller', '10 7777', 'cardiology', '{fr,de}', 'Mersch', '+352621207777', 'de'
      )`;
      assertMatch(await admin(invite), /^Dr Zoé Muller is invited/);
      await admin(invite); // pressed twice
      const { mails } = await sent();
      assertEquals(mails.map(({ to }) => to), ["zoe.muller@praxis.example"]);
      const [, token_hash = ""] =
        /\/de\/\S*token=([\w-]+)/.exec(mails[0]?.text ?? "") ?? [];
      const verified = await project.visitor.auth.verifyOtp({
        type: "invite",
        token_hash,
      });
      assertEquals(verified.error, null);
      // As the page of the link does it.
      await client.rpc("announce_credential_change", {
        user_id: verified.data.user?.id,
        credential: "password",
      });
      const password = "Ein-gutes-Passwort-2026";
      const chosen = await project.visitor.auth.updateUser({ password });
      assertEquals(chosen.error, null);
      const signedIn = await project.visitor.auth.signInWithPassword({
        email: "zoe.muller@praxis.example",
        password,
      });
      assertEquals(signedIn.error, null);
      await project.visitor.auth.signOut();
      const [row] = await sql`
        select slug, first_name, accounts.phone, accounts.language
        from public.doctors join public.accounts using (id) where code = '10 7777'`;
      assertEquals({ ...row }, {
        slug: "zoe-muller",
        first_name: "Zoé",
        phone: "+352621207777",
        language: "de",
      });
      await assertRejects(
        () => admin(invite),
        Error,
        "belongs to Dr Zoé Muller",
      );
      const without = await studio`
        select last_name from admin.doctors_without_hours`;
      assertEquals(without.map(({ last_name }) => last_name), ["Muller"]);
    },
  );

  await t.step(
    "what cannot be invited is refused with a sentence, and nothing is left of it",
    async () => {
      const invite = (over: Record<string, string>) => {
        const values = {
          email: "'a@b.example'",
          code: "'10 8888'",
          specialty_id: "'cardiology'",
          phone: "'+352621208888'",
          languages: "'{fr}'",
          ...over,
        };
        const args = Object.entries(values).map(([name, value]) =>
          `${name} => ${value}`
        );
        return admin(
          `admin.invite_doctor(first_name => 'A', last_name => 'B', city => 'C', ${args})`,
        );
      };
      const wrong: [Record<string, string>, string][] = [
        [{ email: "'nobody'" }, "is not an e-mail address"],
        [{ email: "'marie.schneider@mail.example'" }, "signed up already"],
        [{ phone: "'621 20 88 88'" }, "such as +352621200001"],
        [{ code: "'10 0502'" }, "belongs to Dr Paul Reuter"],
        [{ specialty_id: "'heart'" }, "There are: cardiology"],
        [{ languages: "'{fr,fr}'" }, "Each language once"],
      ];
      for (const [over, sentence] of wrong) {
        await assertRejects(() => invite(over), Error, sentence);
      }
      assertEquals(
        (await sql`select from auth.users where email = 'a@b.example'`).length,
        0,
      );
    },
  );

  await t.step(
    "a message that failed is sent again when an administrator asks for it",
    async () => {
      await project.fill("account_exists", marie, null);
      const refuses = new Providers(() => ({
        outcome: "refused",
        reason: "mailgun 550",
      }));
      await processOutbox(project.worker(refuses));
      const [failed] = await studio`select id from admin.failed_notifications`;
      assertEquals(await sent(), { sms: [], mails: [] });
      await admin(`admin.retry_notification('${failed?.id}')`);
      assertEquals((await sent()).mails.map(({ to }) => to), [
        "marie.schneider@mail.example",
      ]);
      await assertRejects(
        () => admin(`admin.retry_notification('${failed?.id}')`),
        Error,
        "There is no failed message",
      );
      await project.fill("account_exists", marie, null);
      await processOutbox(project.worker(refuses));
      assertMatch(
        await admin("admin.retry_failed_notifications()"),
        /^1 messages/,
      );
      assertEquals((await sent()).mails.length, 1);
    },
  );

  await t.step(
    "time alone ends what nobody ended: the patient reads it in the morning, kindly, once",
    async () => {
      const aged = async (state: string, days: number) => {
        const [row] = await sql`
          insert into public.appointments (patient_id, doctor_id, during, language, state, waiting_since, called_at)
          select patient_id, ${reuter}, tstzrange(start, start + interval '10 minutes'), 'fr',
            ${state}::public.appointment_state, start, start
          from public.guardianships, (select now() - make_interval(days => ${days}::int) as start) as chosen
          where account_id = ${marie} and relation = 'self'
          returning id`;
        return row?.id;
      };
      await sql`delete from public.notifications`;
      // The seed gave her a past, which may be at this very hour.
      await sql`
        delete from public.appointments using public.guardianships
        where account_id = ${marie} and guardianships.patient_id = appointments.patient_id and upper(during) < now()`;
      const missed = await aged("booked", 2);
      const unanswered = await aged("calling", 3);
      const waited = await aged("waiting", 4);
      for (let round = 0; round < 2; round++) {
        await client.rpc("close_abandoned_appointments");
      }
      assertEquals(await state(missed), ["no_show", null]);
      assertEquals(await state(unanswered), ["no_show", null]);
      assertEquals(await state(waited), ["cancelled", "doctor"]);
      const [night] = await sql`
        select count(*)::int as count from public.notifications
        where extract(hour from due_at at time zone 'Europe/Luxembourg') not between 8 and 20`;
      assertEquals(night?.count, 0);
      await sql`update public.notifications set due_at = now() where state = 'due'`;
      const { sms, mails } = await sent();
      assertEquals(sms, []);
      const texts = mails.map(({ text }) => text).sort();
      assertEquals(texts.length, 3);
      assertEquals(
        texts.filter((text) => text.includes("Cela peut arriver")).length,
        2,
      );
      assertEquals(
        texts.filter((text) => text.includes("n’a pas pu vous appeler")).length,
        1,
      );
    },
  );

  studio.release();
});
