import { assertEquals } from "@std/assert";
import {
  clientOf,
  dayAhead,
  newDoctor,
  newPatient,
  openSql,
  visitorClient,
} from "../people.ts";

/** The doctor's wall clock. */
function localTime(moment: string): string {
  return new Date(moment).toLocaleTimeString("en-GB", {
    timeZone: "Europe/Luxembourg",
    hour: "2-digit",
    minute: "2-digit",
  });
}

Deno.test("hours until midnight have a last slot that ends at midnight, and it can be booked", async () => {
  const doctor = await newDoctor();
  await using sql = openSql();
  await sql`
    update public.weekly_hours set starts = '23:30', ends = '24:00' where doctor_id = ${doctor.id}`;
  const { data } = await visitorClient().rpc("free_slots", {
    doctor_id: doctor.id,
    ...dayAhead(1),
  });
  const slots: { starts_at: string; ends_at: string }[] = data ?? [];
  assertEquals(slots.map(({ starts_at }) => localTime(starts_at)), [
    "23:30",
    "23:40",
    "23:50",
  ]);
  const last = slots.find(({ starts_at }) => localTime(starts_at) === "23:50");
  assertEquals(localTime(last?.ends_at ?? ""), "00:00");
  const patient = await clientOf(await newPatient());
  const { error } = await patient.rpc("book_appointment", {
    appointment_id: crypto.randomUUID(),
    doctor_id: doctor.id,
    starts_at: last?.starts_at ?? "",
    symptoms: "",
    accept_terms: true,
  });
  assertEquals(error, null);
});
