import { assert, assertEquals } from "@std/assert";
import type { SupabaseClient } from "@supabase/supabase-js";
import { openSql } from "../people.ts";
import { newCast, roles } from "./cast.ts";

/** A reason of a doctor with a question of each kind. */
async function newReason(
  doctor: SupabaseClient,
  minutes = 30,
  name = "Douleurs au dos",
) {
  const id = crypto.randomUUID();
  const { error } = await doctor.rpc("save_reason", {
    reason_id: id,
    name,
    minutes,
    active: true,
    questions: [
      { kind: "text", question: "Depuis quand ?" },
      { kind: "yes_no", question: "Prenez-vous des médicaments ?" },
    ],
  });
  assertEquals(error, null);
  return id;
}

/** The free slots of a length in a morning: no midnight ends the hours between them. */
async function freeSlots(
  client: SupabaseClient,
  doctor_id: string,
  minutes?: number,
): Promise<string[]> {
  const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const { data } = await client.rpc("free_slots", {
    doctor_id,
    from_at: `${day}T06:00:00Z`,
    to_at: `${day}T12:00:00Z`,
    minutes,
  });
  return data.map((slot: { starts_at: string }) => slot.starts_at);
}

function calendar(client: SupabaseClient, slug: string, reason?: string) {
  return client.rpc("doctor_calendar", { slug, reason_id: reason });
}

Deno.test("a doctor keeps reasons, and nobody else does", async (t) => {
  const cast = await newCast();
  const doctor = cast.as["the doctor"];
  const id = await newReason(doctor);
  await using sql = openSql();
  const [row] =
    await sql`select slug from public.doctors where id = ${cast.doctor.id}`;
  const slug = String(row?.slug);

  await t.step("everybody sees them with the doctor's calendar", async () => {
    const { data } = await calendar(cast.as.anonymous, slug);
    assertEquals(
      data.reasons.map((one: { name: string }) => one.name),
      ["Douleurs au dos"],
    );
    assertEquals(data.reasons[0].questions.length, 2);
  });

  for (const role of roles.filter((role) => role !== "the doctor")) {
    await t.step(`${role} changes nothing of them`, async () => {
      const saved = await cast.as[role].rpc("save_reason", {
        reason_id: id,
        name: "x",
        minutes: 10,
        active: true,
        questions: [],
      });
      assert(saved.error);
      const placed = await cast.as[role].rpc("place_reason", {
        reason_id: id,
        place: 2,
      });
      assert(placed.error);
      await cast.as[role].rpc("remove_reason", { reason_id: id });
      for (const table of ["reasons", "reason_questions"]) {
        const { error } = await cast.as[role].from(table).delete().eq("id", id);
        assertEquals(error?.code, "42501");
      }
    });
  }

  await t.step("after that it stands as it was", async () => {
    const { data } = await doctor.rpc("my_reasons");
    assertEquals(data.length, 1);
    assertEquals([data[0].name, data[0].minutes], ["Douleurs au dos", 30]);
  });

  await t.step(
    "a question that stays keeps its id, a changed one does not",
    async () => {
      const before = (await doctor.rpc("my_reasons")).data[0].questions;
      await doctor.rpc("save_reason", {
        reason_id: id,
        name: "Dos",
        minutes: 20,
        active: true,
        questions: [
          { kind: "text", question: "Depuis quand ?" },
          { kind: "text", question: "Lesquels ?" },
        ],
      });
      const after = (await doctor.rpc("my_reasons")).data[0].questions;
      assertEquals(after[0].id, before[0].id);
      assert(after[1].id !== before[1].id);
    },
  );

  await t.step("six questions, no name or two hours are refused", async () => {
    const bad: [string, number, number][] = [["Dos", 20, 6], [" ", 20, 0], [
      "Dos",
      120,
      0,
    ], ["Dos", 4, 0]];
    for (const [name, minutes, count] of bad) {
      const { error } = await doctor.rpc("save_reason", {
        reason_id: crypto.randomUUID(),
        name,
        minutes,
        active: true,
        questions: Array.from({ length: count }, (_, n) => ({
          kind: "text",
          question: `Question ${n}`,
        })),
      });
      assertEquals(error?.message, "reason_invalid");
    }
  });

  await t.step(
    "they stand in the order that the doctor gives them, also when told twice",
    async () => {
      const second = await newReason(doctor, 10, "Ordonnance");
      await newReason(doctor, 10, "Certificat");
      for (const _ of [1, 2]) {
        await doctor.rpc("place_reason", { reason_id: second, place: 1 });
      }
      const { data } = await doctor.rpc("my_reasons");
      assertEquals(data.map((one: { name: string }) => one.name), [
        "Ordonnance",
        "Dos",
        "Certificat",
      ]);
    },
  );

  await t.step("one that is not offered is not in the calendar", async () => {
    await doctor.rpc("save_reason", {
      reason_id: id,
      name: "Dos",
      minutes: 20,
      active: false,
      questions: [],
    });
    const { data } = await calendar(cast.as["the patient"], slug, id);
    assertEquals(data.reasons.length, 2);
    assertEquals([data.reason_id, data.minutes], [null, 10]);
  });
});

Deno.test("an appointment takes as long as its reason, and the doctor alone reads the answers", async (t) => {
  const cast = await newCast();
  const [doctor, patient] = [cast.as["the doctor"], cast.as["the patient"]];
  const reason = await newReason(doctor);
  const { data: [{ questions: [since, drugs] }] } = await doctor.rpc(
    "my_reasons",
  );
  const slots = await freeSlots(patient, cast.doctor.id);
  const book = (
    start: string | undefined,
    extra: Record<string, unknown> = {},
    by = patient,
  ) =>
    by.rpc("book_appointment", {
      appointment_id: crypto.randomUUID(),
      doctor_id: cast.doctor.id,
      starts_at: start,
      symptoms: "",
      accept_terms: true,
      reason_id: reason,
      ...extra,
    });
  const page = async (id: string, as: SupabaseClient) =>
    (await as.rpc("appointment_page", { appointment_id: id })).data;
  await using sql = openSql();

  await t.step(
    "a slot is offered when it is free for the whole length",
    async () => {
      // 08:20 is taken: half an hour from 08:00, 08:10 or 08:20 is not free any more.
      const taken = slots[2];
      const other = await book(
        taken,
        { reason_id: null },
        cast.as["another patient"],
      );
      assertEquals(other.error, null);
      const long = await freeSlots(patient, cast.doctor.id, 30);
      assertEquals(long.includes(slots[0] ?? ""), false);
      assertEquals(long.includes(slots[1] ?? ""), false);
      assertEquals(long.includes(slots[3] ?? ""), true);
      assertEquals((await book(slots[1])).error?.message, "slot_taken");
    },
  );

  let id = "";
  await t.step("half an hour is booked, once", async () => {
    const form = {
      appointment_id: crypto.randomUUID(),
      answers: { [since.id]: "Depuis lundi", [drugs.id]: "yes" },
    };
    const booked = await book(slots[3], form);
    assertEquals(booked.error, null);
    assertEquals((await book(slots[3], form)).data, booked.data);
    id = booked.data;
    const [row] = await sql`
      select visit_reason, extract(epoch from ends_at - starts_at) / 60 as minutes,
        (select count(*) from public.appointment_answers where appointment_id = id) as answers
      from public.appointments where id = ${id}`;
    assertEquals([
      row?.visit_reason,
      Number(row?.minutes),
      Number(row?.answers),
    ], [
      "Douleurs au dos",
      30,
      2,
    ]);
    const left = await freeSlots(patient, cast.doctor.id);
    assertEquals(slots.slice(3, 7).map((slot) => left.includes(slot)), [
      false,
      false,
      false,
      true,
    ]);
  });

  await t.step(
    "its doctor reads the answers, and it is in the audit log",
    async () => {
      const read = await page(id, doctor);
      assertEquals(read.visit_reason, "Douleurs au dos");
      assertEquals(
        read.answers.map((one: { answer: string }) => one.answer),
        ["Depuis lundi", "yes"],
      );
      const { data: day } = await doctor.rpc("doctor_day", {
        day: new Date(read.starts_at).toLocaleDateString("sv-SE", {
          timeZone: "Europe/Luxembourg",
        }),
      });
      const entry = day.appointments.find((one: { id: string }) =>
        one.id === id
      );
      assertEquals(entry.answers.length, 2);
      const { data: file } = await doctor.rpc("patient_file", {
        patient_id: cast.patient.patientId,
      });
      assertEquals(file.appointments[0].answers.length, 2);
      const readings = await sql`
      select from public.audit_log
      where appointment_id = ${id} and action = 'patient_read' and account_id = ${cast.doctor.id}`;
      assertEquals(readings.length, 1);
    },
  );

  await t.step(
    "the patient sees the reason, not the answers again",
    async () => {
      const read = await page(id, patient);
      assertEquals([read.visit_reason, read.answers], ["Douleurs au dos", []]);
    },
  );

  for (const role of roles) {
    await t.step(`${role} reads no answers past the functions`, async () => {
      const client = cast.as[role];
      const answers = await client.from("appointment_answers").select("answer");
      assertEquals([answers.data, answers.error?.code], [null, "42501"]);
      const reasons = await client.from("appointments").select("visit_reason");
      assertEquals([reasons.data, reasons.error?.code], [null, "42501"]);
      if (role === "the doctor" || role === "the patient") return;
      assertEquals(await page(id, client), null);
    });
  }

  await t.step(
    "answers to other questions, or neither yes nor no, are refused",
    async () => {
      const unknown = await book(slots[7], {
        answers: { [crypto.randomUUID()]: "yes" },
      });
      assertEquals(unknown.error?.message, "reason_changed");
      const maybe = await book(slots[7], {
        answers: { [drugs.id]: "perhaps" },
      });
      assertEquals(maybe.error?.message, "answers_invalid");
      const long = await book(slots[7], {
        answers: { [since.id]: "x".repeat(501) },
      });
      assertEquals(long.error?.message, "answers_invalid");
    },
  );

  await t.step(
    "a reason of another doctor, or one that is gone, books nothing",
    async () => {
      const theirs = await newReason(cast.as["another doctor"]);
      const other = await book(slots[7], { reason_id: theirs });
      assertEquals(other.error?.message, "reason_changed");
      await doctor.rpc("remove_reason", { reason_id: reason });
      assertEquals((await book(slots[7])).error?.message, "reason_changed");
      assertEquals((await page(id, doctor)).answers.length, 2);
    },
  );
});
