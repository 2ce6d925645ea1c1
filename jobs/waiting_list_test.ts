import { assertEquals, assertMatch } from "@std/assert";
import { processOutbox } from "./outbox.ts";
import { outboxProject, Providers } from "./testing.ts";
import { offerEarlierSlots } from "./waiting_list.ts";

const record = "b0000000-0000-4000-8000-000000000001";
const doctor = "d0000000-0000-4000-8000-000000000001";

/** A time zone in which it is between noon and one: nothing is offered at night. */
function zoneAtNoon(): string {
  const east = 12 - new Date().getUTCHours();
  return `Etc/GMT${east > 0 ? "-" : "+"}${Math.abs(east)}`;
}

Deno.test("the waiting list", async (t) => {
  await using project = await outboxProject();
  const { sql, client, worker, rows } = project;
  const appointment = crypto.randomUUID();
  await sql`delete from public.availability_exceptions where doctor_id = ${doctor}`;
  await sql`delete from public.weekly_hours where doctor_id = ${doctor}`;
  // The seed's appointments are at any hour of the next days: none may be in the way.
  await sql`delete from public.appointments where doctor_id = ${doctor} or patient_id = ${record}`;
  await sql`delete from public.notifications`;
  await sql`update public.doctors set time_zone = ${zoneAtNoon()}, lead_minutes = 0 where id = ${doctor}`;
  await sql`
    insert into public.appointments (id, patient_id, doctor_id, during, language)
    values (${appointment}, ${record}, ${doctor}, tstzrange(now() + interval '9 hours', now() + interval '9 hours 10 minutes'), 'fr')`;
  await sql`
    insert into private.waiting_list (appointment_id, doctor_id, weekdays, from_time, to_time)
    values (${appointment}, ${doctor}, '{1,2,3,4,5,6,7}', '00:00', '24:00')`;

  await t.step("nothing is free: nothing is offered", async () => {
    assertEquals(await offerEarlierSlots(client), 0);
    assertEquals((await rows()).length, 0);
  });

  await t.step(
    "the doctor opens an hour: SMS and e-mail name its first slot and lead to it",
    async () => {
      await sql`
        insert into public.availability_exceptions (doctor_id, effect, during)
        values (${doctor}, 'open', tstzrange(now() + interval '3 hours', now() + interval '3 hours 20 minutes'))`;
      assertEquals(await offerEarlierSlots(client), 1);
      assertEquals(await offerEarlierSlots(client), 0);
      const providers = new Providers();
      assertEquals((await processOutbox(worker(providers))).sent, 2);
      const link = RegExp(
        `https://econsult.example/fr/appointments/${appointment}/waiting-list`,
      );
      assertMatch(providers.sms[0]?.text ?? "", link);
      assertMatch(providers.mails[0]?.text ?? "", link);
      assertMatch(providers.mails[0]?.text ?? "", /réservée jusqu’à 1[23]:/);
    },
  );

  await t.step(
    "after ten minutes the next slot is offered; what could not be sent in time is never sent",
    async () => {
      await sql`delete from public.notifications`;
      await sql`update private.slot_offers set held_until = now()`;
      assertEquals(await offerEarlierSlots(client), 1);
      // Its hold passes before a worker comes.
      await sql`update private.slot_offers set held_until = now() where ended_at is null`;
      const providers = new Providers();
      assertEquals(await processOutbox(worker(providers)), {
        sent: 0,
        retried: 0,
        withdrawn: 2,
      });
      assertEquals(await offerEarlierSlots(client), 0);
      const [open] = await sql`
        select count(*)::int as held from private.slot_offers where ended_at is null`;
      assertEquals(open?.held, 0);
    },
  );

  await t.step("an appointment that is over waits for nothing", async () => {
    await sql`
      update public.appointments set during = tstzrange(now() - interval '5 minutes', now() + interval '5 minutes')
      where id = ${appointment}`;
    await sql`
      insert into private.waiting_list (appointment_id, doctor_id, weekdays, from_time, to_time)
      values (${appointment}, ${doctor}, '{1}', '00:00', '24:00') on conflict do nothing`;
    await offerEarlierSlots(client);
    const [left] =
      await sql`select count(*)::int as places from private.waiting_list`;
    assertEquals(left?.places, 0);
  });
});
