import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { mailSender } from "@/services/mail.ts";
import { recordReport } from "@/services/delivery_report.ts";
import { smsSender } from "@/services/sms.ts";
import { silence, testCarrier } from "@/services/testing.ts";
import { workOutbox } from "./outbox.ts";
import { sweep } from "./sweep.ts";
import { Carriers, outboxProject } from "./testing.ts";

const patient = "a0000000-0000-4000-8000-000000000001";
const doctor = "d0000000-0000-4000-8000-000000000001";

Deno.test("the outbox", async (t) => {
  await using project = await outboxProject();
  const { sql, worker, fill, rows } = project;
  const appointment = crypto.randomUUID();
  await sql`
    insert into public.appointments (id, patient_id, doctor_id, during, language)
    values (${appointment}, ${patient}, ${doctor},
      tstzrange(now() + interval '300 days', now() + interval '300 days 10 minutes'), 'fr')`;
  const confirmation = () =>
    fill("appointment_confirmation", patient, appointment);

  await t.step("a confirmation leaves by SMS and e-mail, once", async () => {
    await confirmation();
    const carriers = new Carriers();
    const round = await workOutbox(worker(carriers));
    assertEquals(round, { sent: 2, postponed: 0, withdrawn: 0 });
    assertEquals(await workOutbox(worker(carriers)), {
      sent: 0,
      postponed: 0,
      withdrawn: 0,
    });
    assertEquals(carriers.sms.map(({ to }) => to), ["+352621300001"]);
    assertEquals(carriers.mails.map(({ to }) => to), [
      "marie.schneider@mail.example",
    ]);
    for (const { state, carrier_id, id, attempts } of await rows()) {
      assertEquals([state, carrier_id, attempts], ["sent", `carrier-${id}`, 1]);
    }
  });

  await t.step(
    "workers that start together send each message once",
    async () => {
      await sql`delete from public.notifications`;
      for (let n = 0; n < 15; n++) {
        await sql`select private.notify('appointment_confirmation', ${patient}, ${appointment})`;
      }
      const carriers = new Carriers();
      const rounds = await Promise.all(
        [1, 2, 3].map(() => workOutbox(worker(carriers))),
      );
      const sent = [...carriers.sms, ...carriers.mails].map((message) =>
        message.notificationId
      );
      assertEquals([sent.length, new Set(sent).size], [30, 30]);
      assertEquals(rounds.reduce((sum, round) => sum + round.sent, 0), 30);
      const states = new Set((await rows()).map(({ state }) => state));
      assertEquals([...states], ["sent"]);
    },
  );

  await t.step(
    "what a carrier refuses waits for a person, without data in the reason",
    async () => {
      await confirmation();
      const carriers = new Carriers(() => ({
        outcome: "refused",
        reason: "twilio 400 21211",
      }));
      assertEquals((await workOutbox(worker(carriers))).postponed, 2);
      for (const { state, last_error } of await rows()) {
        assertEquals([state, last_error], ["failed", "twilio 400 21211"]);
      }
      const waiting = await sql`select id from admin.failed_notifications`;
      assertEquals(waiting.length, 2);
    },
  );

  await t.step(
    "an outage puts a message off for a minute; a silent carrier got it once",
    async () => {
      await confirmation();
      await using carrier = testCarrier(silence);
      const sendSms = smsSender({
        PUBLIC_URL: "https://econsult.example",
        TWILIO_API_URL: carrier.url,
        TWILIO_ACCOUNT_SID: `AC${"1".repeat(32)}`,
        TWILIO_AUTH_TOKEN: "the-token-of-the-account",
        TWILIO_FROM: "eConsult",
      });
      const sendMail = mailSender({
        MAILGUN_API_URL: carrier.url,
        MAILGUN_API_KEY: "the-key-of-the-domain",
        MAILGUN_DOMAIN: "mail.econsult.example",
        MAIL_FROM: "eConsult <no-reply@mail.econsult.example>",
      });
      const impatient = worker(new Carriers(), {
        sendSms: (sms) => sendSms({ ...sms, timeLimit: 1_000 }),
        sendMail: (mail) => sendMail({ ...mail, timeLimit: 1_000 }),
      });
      assertEquals((await workOutbox(impatient)).postponed, 2);
      assertEquals((await workOutbox(impatient)).postponed, 0);
      assertEquals(carrier.requests.length, 2);
      for (const { state, due_in, lease } of await rows()) {
        assertEquals([state, lease], ["due", null]);
        assert(due_in > 50 && due_in <= 60, `due in ${due_in} s`);
      }
    },
  );

  await t.step(
    "when the worker dies after sending, the carrier's report keeps it from being sent again",
    async () => {
      await confirmation();
      const dying = new Carriers(() => {
        throw new Error("the process ends here");
      });
      const dead = worker(dying, {
        client: Object.create(project.client, {
          rpc: {
            value: (name: string, args: object) =>
              name === "claim_notifications"
                ? project.client.rpc(name, args)
                : Promise.resolve({ data: null, error: { code: "gone" } }),
          },
        }),
      });
      await assertRejects(() => workOutbox(dead));
      const claimed = await rows();
      assertEquals(claimed.map(({ state }) => state), ["due", "due"]);
      for (const { id } of claimed) {
        await recordReport({
          notificationId: id,
          carrierId: `late-${id}`,
          outcome: "delivered",
        });
      }
      await sql`update public.notifications set leased_until = now() - interval '1 second'`;
      const carriers = new Carriers();
      await workOutbox(worker(carriers));
      assertEquals([carriers.sms.length, carriers.mails.length], [0, 0]);
      for (const { state, carrier_id, id } of await rows()) {
        assertEquals([state, carrier_id], ["delivered", `late-${id}`]);
      }
    },
  );

  await t.step(
    "when the worker dies before sending, another one sends after the lease",
    async () => {
      await confirmation();
      await project.client.rpc("claim_notifications", {
        batch: 10,
        lease_seconds: 60,
      });
      const carriers = new Carriers();
      assertEquals((await workOutbox(worker(carriers))).sent, 0);
      await sql`update public.notifications set leased_until = now() - interval '1 second'`;
      assertEquals((await workOutbox(worker(carriers))).sent, 2);
    },
  );

  await t.step(
    "nothing reminds of a cancelled appointment, even when the reminder was put off before",
    async () => {
      await fill("appointment_reminder", patient, appointment);
      await sql`update public.appointments
      set state = 'cancelled', cancelled_at = now(), cancelled_by = 'doctor', cancellation_reason = 'Urgence médicale'
      where id = ${appointment}`;
      const carriers = new Carriers();
      const round = await workOutbox(worker(carriers));
      assertEquals(round, { sent: 0, postponed: 0, withdrawn: 2 });
      assertEquals((await rows()).map(({ state }) => state), [
        "withdrawn",
        "withdrawn",
      ]);
    },
  );

  await t.step(
    "a cancellation names the reason and who is free now in the e-mail, and neither in the SMS",
    async () => {
      await sql`update public.doctors set free_now = (slug = 'paul-reuter')`;
      await fill("appointment_cancellation", patient, appointment);
      const carriers = new Carriers();
      await workOutbox(worker(carriers));
      const [mail] = carriers.mails;
      const [sms] = carriers.sms;
      assertMatch(mail?.text ?? "", /Urgence médicale/);
      assertMatch(
        mail?.text ?? "",
        /Paul Reuter.*https:\/\/econsult\.example\/fr\/doctors\/paul-reuter/,
      );
      assertEquals(mail?.text.includes("Marc Hoffmann"), false);
      const calendar = await mail?.attachments?.[0]?.text();
      assertMatch(calendar ?? "", /METHOD:CANCEL/);
      assertEquals(/urgence|Reuter/i.test(sms?.text ?? ""), false);
    },
  );

  await t.step(
    "an activation e-mail carries a link that opens a session, once",
    async () => {
      const { data, error } = await project.client.auth.admin.generateLink({
        type: "invite",
        email: "new@mail.example",
      });
      assertEquals(error, null);
      const id = data.user?.id ?? "";
      await sql`insert into public.accounts (id, kind, language, phone)
      values (${id}, 'patient', 'de', '+352621999001')`;
      await fill("account_activation", id, null);
      const carriers = new Carriers();
      await workOutbox(worker(carriers));
      const [, token_hash = "", type] =
        /https:\/\/econsult\.example\/de\/activation\?token=([0-9a-f]+)&type=(\w+)/
          .exec(carriers.mails[0]?.text ?? "") ?? [];
      assertEquals(type, "invite");
      const verify = () =>
        project.visitor.auth.verifyOtp({ token_hash, type: "invite" });
      assertEquals((await verify()).data.user?.id, id);
      assertEquals((await verify()).error?.code, "otp_expired");
      await project.visitor.auth.signOut();

      await fill("account_activation", id, null);
      await workOutbox(worker(carriers));
      assertMatch(carriers.mails[1]?.text ?? "", /&type=recovery/);
    },
  );

  await t.step("a stopped worker claims nothing more", async () => {
    await fill("account_exists", patient, null);
    const carriers = new Carriers();
    const signal = AbortSignal.abort();
    await workOutbox(worker(carriers, { signal }));
    assertEquals(carriers.mails.length, 0);
    await workOutbox(worker(carriers));
    assertEquals(carriers.mails.length, 1);
  });

  await t.step(
    "a consultation that nobody ended for four hours is closed, a younger one is not",
    async () => {
      await sql`delete from public.appointments where id = ${appointment}`;
      for (const hours of [3, 5]) {
        await sql`
        insert into public.appointments (
          id, patient_id, doctor_id, during, language, state, waiting_since, called_at, started_at
        )
        values (
          ${crypto.randomUUID()}, ${patient}, ${doctor},
          tstzrange(now() + ${hours} * interval '100 days', now() + ${hours} * interval '100 days' + interval '10 minutes'),
          'fr', 'in_progress', now(), now(), now() - ${hours} * interval '1 hour'
        )`;
      }
      await sweep(project.client);
      const states = await sql`
      select state from public.appointments
      where starts_at > now() + interval '200 days' order by starts_at`;
      assertEquals(states.map(({ state }) => state), [
        "in_progress",
        "completed",
      ]);
    },
  );
});
