import { assertEquals } from "@std/assert";
import { bookAs, crowdTokens, newCrowd } from "../crowd.ts";
import { newDoctor, openSql } from "../people.ts";
import { freeStarts } from "./visit_steps.ts";

/** Patients who press the same button at the same moment. */
const CROWD = 200;

Deno.test(`${CROWD} patients want one slot: one has it, the others are told so, nobody sees a failure`, async () => {
  const doctor = await newDoctor();
  const [slot = ""] = await freeStarts(doctor, 24, 25);
  await using sql = openSql();
  const tokens = await crowdTokens(sql, await newCrowd(sql, CROWD));
  const answers = await Promise.all(
    tokens.map((token) => bookAs(token, doctor.id, slot)),
  );
  assertEquals(answers.filter(({ status }) => status === 200).length, 1);
  assertEquals(
    answers.filter(({ status, key }) => status === 409 && key === "slot_taken")
      .length,
    CROWD - 1,
  );
  const [row] = await sql`
    select count(*)::int as booked from public.appointments where doctor_id = ${doctor.id}`;
  assertEquals(row?.booked, 1);
  const told = await sql`
    select account_id from public.notifications
    join public.appointments on appointments.id = appointment_id and doctor_id = ${doctor.id}
    where kind = 'appointment_confirmation'`;
  assertEquals(told.length, 2); // the winner's SMS and e-mail
});
