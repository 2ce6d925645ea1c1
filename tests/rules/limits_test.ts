import { assertEquals } from "@std/assert";
import { house, newAddress } from "../house.ts";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
} from "../people.ts";
import { freeStarts } from "./visit_steps.ts";

/** What so many requests at the same moment were answered: error message or `done`, with how often. */
async function allAtOnce(
  count: number,
  request: (n: number) => PromiseLike<{ error: { message: string } | null }>,
): Promise<Record<string, number>> {
  const answers = await Promise.all(
    Array.from({ length: count }, (_, n) => request(n)),
  );
  const counts: Record<string, number> = {};
  for (const { error } of answers) {
    const key = error?.message ?? "done";
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

Deno.test("120 messages at once: no more than a person can type", async () => {
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  await newAppointment(patient, doctor, 5);
  const client = await clientOf(patient);
  const { data: thread } = await client.from("threads").select("id").single();
  const counts = await allAtOnce(
    120,
    () => client.from("messages").insert({ thread_id: thread?.id, body: "x" }),
  );
  assertEquals(counts, { done: 60, too_many_messages: 60 });
});

Deno.test("60 bookings at once, of one patient with several doctors: no more than 20 to come", async () => {
  const patient = await newPatient();
  const doctor = await newDoctor();
  const slots = await freeStarts(doctor, 24, 48);
  const client = await clientOf(patient);
  const counts = await allAtOnce(60, (n) =>
    client.rpc("book_appointment", {
      appointment_id: crypto.randomUUID(),
      doctor_id: doctor.id,
      starts_at: slots[n],
      symptoms: "",
      accept_terms: true,
    }));
  assertEquals(counts, { done: 20, too_many_appointments: 40 });
});

Deno.test("3,000 rows of hours are refused, in one request or in many", async () => {
  const doctor = await newDoctor(); // has 7
  const client = await clientOf(doctor);
  const hours = {
    doctor_id: doctor.id,
    weekday: 1,
    starts: "08:00",
    ends: "09:00",
  };
  const flood = await client.from("weekly_hours").insert(
    Array.from({ length: 3000 }, () => hours),
  );
  assertEquals(flood.error?.message, "too_many_hours");
  const counts = await allAtOnce(
    120,
    () => client.from("weekly_hours").insert(hours),
  );
  assertEquals(counts, { done: 93, too_many_hours: 27 });
  const exceptions = await client.from("availability_exceptions").insert(
    Array.from({ length: 301 }, (_, n) => ({
      doctor_id: doctor.id,
      effect: "closed",
      during: `[2099-01-01 00:${
        String(n % 60).padStart(2, "0")
      }+00,2099-01-02 00:00+00)`,
    })),
  );
  assertEquals(exceptions.error?.message, "too_many_hours");
});

Deno.test("a patient writes to a doctor only with an appointment that stands or took place", async () => {
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  const id = await newAppointment(patient, doctor, 5);
  const [asPatient, asDoctor] = [
    await clientOf(patient),
    await clientOf(doctor),
  ];
  const { data: thread } = await asPatient.from("threads").select("id")
    .single();
  const write = async (client = asPatient) => {
    const { error } = await client.from("messages").insert({
      thread_id: thread?.id,
      body: "x",
    });
    return error?.message ?? "done";
  };
  await using sql = openSql();
  assertEquals(await write(), "done");
  await sql`
    update public.appointments set state = 'cancelled', cancelled_at = now(), cancelled_by = 'patient' where id = ${id}`;
  assertEquals(await write(), "no_appointment");
  assertEquals(await write(asDoctor), "done");
  await sql`
    update public.appointments
    set state = 'completed', cancelled_at = null, cancelled_by = null, ended_at = now() where id = ${id}`;
  assertEquals(await write(), "done");
});

Deno.test("a message, a name, a note that shows nothing is refused", async () => {
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  await newAppointment(patient, doctor, 5);
  const [asPatient, asDoctor] = [
    await clientOf(patient),
    await clientOf(doctor),
  ];
  const { data: thread } = await asPatient.from("threads").select("id")
    .single();
  for (const blank of ["", " \n\t", "\u200b", "\u200d\u2060\ufeff"]) {
    const message = await asPatient.from("messages").insert({
      thread_id: thread?.id,
      body: blank,
    });
    assertEquals(message.error?.code, "23514", JSON.stringify(blank));
    const city = await asPatient.from("patients").update({ city: blank })
      .eq("id", patient.patientId);
    assertEquals(city.error?.code, "23514", JSON.stringify(blank));
    const note = await asDoctor.from("availability_exceptions").insert({
      doctor_id: doctor.id,
      effect: "closed",
      during: "[2099-01-01 00:00+00,2099-01-02 00:00+00)",
      note: blank,
    });
    assertEquals(note.error?.code, "23514", JSON.stringify(blank));
  }
  const real = await asPatient.from("messages").insert({
    thread_id: thread?.id,
    body: "👩‍⚕️", // has a joiner inside
  });
  assertEquals(real.error, null);
});

Deno.test("one patient cannot book an agenda empty", async () => {
  const patient = await newPatient();
  const doctor = await newDoctor();
  const slots = await freeStarts(doctor, 24, 48);
  const client = await clientOf(patient);
  const book = async (starts_at: string | undefined) => {
    const { data, error } = await client.rpc("book_appointment", {
      appointment_id: crypto.randomUUID(),
      doctor_id: doctor.id,
      starts_at,
      symptoms: "",
      accept_terms: true,
    });
    return { id: data, refused: error?.message };
  };
  const outcomes = [];
  for (const slot of slots.slice(0, 21)) outcomes.push(await book(slot));
  assertEquals(
    outcomes.map(({ refused }) => refused),
    [...Array(20).fill(undefined), "too_many_appointments"],
  );
  const { error } = await client.rpc("transition_appointment", {
    act: "cancel",
    appointment_id: outcomes[0]?.id,
  });
  assertEquals(error, null);
  assertEquals((await book(slots[20])).refused, undefined);
});

Deno.test("whoever guesses codes of documents is refused after 60 in a minute; somebody else is not", async () => {
  const guess = async (address: string) => {
    const code = crypto.randomUUID().replaceAll("-", "");
    const answer = await fetch(`${house().appUrl}/fr/v/${code}`, {
      headers: { "X-Forwarded-For": address },
    });
    await answer.body?.cancel();
    return answer.status;
  };
  const address = newAddress();
  const answers: number[] = [];
  // Ten at a time: a server that is busy refuses visitors for another reason.
  while (answers.length < 70) {
    const ten = Array.from({ length: 10 }, () => guess(address));
    answers.push(...await Promise.all(ten));
  }
  assertEquals(answers, [...Array(60).fill(404), ...Array(10).fill(429)]);
  assertEquals(await guess(newAddress()), 404);
});
