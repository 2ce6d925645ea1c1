import { assert, assertEquals, assertMatch } from "@std/assert";
import { hashOf } from "@/services/link_token.ts";
import { openSessions } from "../bench/people_in_sql.ts";
import { processOutbox } from "./outbox.ts";
import { outboxProject, Providers } from "./testing.ts";

const patient = "a0000000-0000-4000-8000-000000000001";
const record = "b0000000-0000-4000-8000-000000000001";
const doctor = "d0000000-0000-4000-8000-000000000001";
const email = "samira@mail.example";
const phone = "+352621300099";
const appointment = crypto.randomUUID();
/** Three free slots of the doctor: nine o'clock on three days. */
const slots = [200, 201, 202].map((days) =>
  Temporal.Now.plainDateISO("UTC").add({ days }).toString() + "T09:00:00Z"
);
const [first = "", second = "", third = ""] = slots;

Deno.test("what a guest is told", async (t) => {
  await using project = await outboxProject();
  const { sql, client, worker } = project;

  const claims = await openSessions(sql, [patient, doctor]);

  /** One row's only column, asked by somebody who has signed in. */
  async function as(account: string, query: string, values: string[]) {
    return await sql.begin(async (transaction) => {
      await transaction`select set_config('request.jwt.claims', ${
        claims.find((one) => one.includes(account)) ?? ""
      }, true)`;
      const [row] = await transaction.unsafe(query, values);
      return Object.values(row ?? {})[0];
    });
  }
  const invite = (contact: "email" | "phone" = "email") =>
    as(
      patient,
      `select public.invite_guest($1, 'Samira Haddad', 'interpreter', '', 'en', ${contact} => $2)`,
      [appointment, contact === "email" ? email : phone],
    );
  const move = (start: string) =>
    as(patient, "select public.move_appointment($1, $2)", [appointment, start]);
  const cancel = (account: string) =>
    as(
      account,
      "select public.transition_appointment($1, 'cancel', 'Urgence')",
      [appointment],
    );
  /** Works the outbox; what guests got of it. */
  const sent = async () => {
    const providers = new Providers();
    await processOutbox(worker(providers));
    const all = [
      ...providers.sms.map(({ to, text }) => ({ to, text })),
      ...providers.mails.map(({ to, subject, text }) => ({
        to,
        text: `${subject}\n${text}`,
      })),
    ];
    return all.filter(({ to }) => to === email || to === phone)
      .map(({ text }) => text);
  };
  const later = () =>
    sql`update public.notifications set due_at = now() where state = 'due'`;
  /** The appointment as it was booked, and nobody was told of anything. */
  async function start() {
    await sql`delete from public.appointments where doctor_id = ${doctor} or patient_id = ${record}`;
    await sql`delete from public.notifications`;
    await sql`
      insert into public.appointments (id, patient_id, doctor_id, during, language)
      values (${appointment}, ${record}, ${doctor},
        tstzrange(now() + interval '300 days', now() + interval '300 days 10 minutes'), 'fr')`;
  }

  await sql`update public.doctors set horizon_days = 365, time_zone = 'Etc/UTC', slot_minutes = 10 where id = ${doctor}`;
  await sql`delete from public.weekly_hours where doctor_id = ${doctor}`;
  await sql`delete from public.availability_exceptions where doctor_id = ${doctor}`;
  for (const start of slots) {
    await sql`
      insert into public.availability_exceptions (doctor_id, effect, during)
      values (${doctor}, 'open', tstzrange(${start}, ${start}::timestamptz + interval '10 minutes'))`;
  }

  await t.step(
    "an invitation that has not left invites to the new time, and no second message follows",
    async () => {
      await start();
      await invite();
      await move(first);
      const [only = "", ...others] = await sent();
      assertEquals(others, []);
      assertMatch(only, /^Invitation to a teleconsultation\n[^]*at 09:00/);
    },
  );

  await t.step(
    "whoever was invited hears of a move, with a link that opens the same invitation",
    async () => {
      await start();
      const id = String(await invite());
      const [invitation = ""] = await sent();
      await sql`
        update public.guests set state = 'waiting', opened_at = now(), waiting_since = now(), browser_hash = 'hers'
        where id = ${id}`;
      await move(first);
      const [moved = "", ...others] = await sent();
      assertEquals(others, []);
      assertMatch(
        moved,
        /^Teleconsultation moved\n[^]*Claire Weber[^]*09:00/,
      );
      assertEquals(/Marie|Schneider/.test(moved), false);
      for (const message of [moved, invitation]) {
        const token = /token=([0-9a-f]{64})/.exec(message)?.[1] ?? "";
        const { data } = await client.rpc("guest_of_link", {
          link_hash: hashOf(token),
          browser_hash: "hers",
        });
        // They ask to come in again, when it is time.
        assertEquals([data.link, data.state, data.over], [
          "mine",
          "invited",
          false,
        ]);
        assertEquals(Date.parse(data.starts_at), Date.parse(first));
      }
      assertEquals(await sent(), []);
    },
  );

  await t.step("moved twice in a moment, they hear the last time", async () => {
    await move(second);
    await move(third);
    const [only = "", ...others] = await sent();
    assertEquals(others, []);
    const day = new Date(third).getUTCDate();
    assertMatch(only, RegExp(`takes place on \\D*${day} `));
  });

  await t.step(
    "cancelled, they hear it once, as they were invited, with neither link nor reason",
    async () => {
      for (const contact of ["email", "phone"] as const) {
        await start();
        await invite(contact);
        await sent();
        await cancel(patient);
        const [only = "", ...others] = await sent();
        assertEquals(others, []);
        assertMatch(only, /Claire Weber[^]*is cancelled/);
        assertEquals(/token=|Urgence|Marie|Schneider/.test(only), false);
        assertEquals(await sent(), []);
      }
    },
  );

  await t.step(
    "what a doctor undoes in time nobody hears, and what it held back leaves",
    async () => {
      const undo = () =>
        as(
          doctor,
          "select public.undo_cancellation(cancelled_at) from public.appointments where id = $1",
          [appointment],
        );
      await start();
      await invite();
      await cancel(doctor);
      assertEquals(await sent(), [], "an invitation to nothing");
      assertEquals(await undo(), 1);
      await later();
      const [invitation = "", ...others] = await sent();
      assertEquals(others, []);
      assertMatch(invitation, /^Invitation/);

      await cancel(doctor);
      assertEquals(await sent(), []);
      assertEquals(await undo(), 1);
      await later();
      assertEquals(await sent(), []);

      await cancel(doctor);
      await later();
      const [cancellation = ""] = await sent();
      assertMatch(cancellation, /is cancelled/);
    },
  );

  await t.step(
    "whoever never heard of it, or is not wanted any more, hears nothing",
    async () => {
      await start();
      await invite();
      await cancel(patient);
      assertEquals(await sent(), []);
      for (const state of ["refused", "removed", "withdrawn"]) {
        for (const early of [true, false]) {
          await start();
          const id = String(await invite());
          await sent();
          const goes = () =>
            sql`update public.guests set state = ${state} where id = ${id}`;
          if (early) await goes();
          await move(first);
          if (!early) await goes();
          assertEquals(await sent(), []);
          await cancel(patient);
          assertEquals(await sent(), []);
        }
      }
    },
  );

  await t.step(
    "a provider that does not answer is tried again after the guest's place is tidied up",
    async () => {
      await start();
      await invite();
      await sent();
      await cancel(patient);
      const silent = new Providers(() => ({
        outcome: "retry",
        reason: "timeout",
      }));
      await processOutbox(worker(silent));
      await sql.begin(async (transaction) => {
        // Without the triggers that keep the time of the last change.
        await transaction`set local session_replication_role = replica`;
        await transaction`
          update public.appointments set updated_at = now() - interval '1 hour' where id = ${appointment}`;
      });
      await client.rpc("purge_expired");
      await later();
      assertMatch((await sent())[0] ?? "", /is cancelled/);
      await client.rpc("purge_expired");
      const [guest] =
        await sql`select email from public.guests where appointment_id = ${appointment}`;
      assert(guest !== undefined);
      assertEquals(guest.email, null);
    },
  );
});
