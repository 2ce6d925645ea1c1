import { assertEquals } from "@std/assert";
import { newAppointment, openSql } from "../people.ts";
import { newCast, roles } from "./cast.ts";

Deno.test("feedback is given once, after the consultation, by the patient's side, and read by nobody", async (t) => {
  const cast = await newCast();
  const { appointmentId } = cast;
  const consultationId = await newAppointment(cast.patient, cast.doctor, -2000);
  await using sql = openSql();
  await sql`
    update public.appointments
    set state = 'completed', waiting_since = starts_at, called_at = starts_at, started_at = starts_at, ended_at = ends_at
    where id = ${consultationId}`;
  const answers = { sound_and_picture: 3, solved: 2, again: 1 };
  const give = async (
    role: (typeof roles)[number],
    appointment_id: string,
    more: Record<string, unknown> = {},
  ) => {
    const { error } = await cast.as[role].rpc("give_feedback", {
      appointment_id,
      ...answers,
      ...more,
    });
    return error?.message ?? null;
  };
  const asked = async () => {
    const { data } = await cast.as["the patient"].rpc("appointment_page", {
      appointment_id: consultationId,
    });
    return data.asks_for_feedback;
  };

  await t.step("by nobody else", async () => {
    for (
      const role of [
        "after the password only",
        "another patient",
        "the doctor",
        "another doctor",
      ] as const
    ) {
      assertEquals(await give(role, consultationId), "not_found", role);
    }
  });

  await t.step("not before, and not half", async () => {
    assertEquals(await give("the patient", appointmentId), "no_consultation");
    for (const answer of [0, 4, 99_999, null]) {
      assertEquals(
        await give("the patient", consultationId, { solved: answer }),
        "feedback_incomplete",
      );
    }
  });

  await t.step("once: the first answers stay", async () => {
    assertEquals(await asked(), true);
    assertEquals(await give("the patient", consultationId), null);
    assertEquals(
      await give("the patient", consultationId, { solved: 3 }),
      null,
    );
    assertEquals(await asked(), false);
    const rows = await sql`
      select sound_and_picture, solved, again from public.feedback where appointment_id = ${consultationId}`;
    assertEquals(rows.map((row) => ({ ...row })), [answers]);
  });

  await t.step(
    "the doctor's page does not say whether there is some",
    async () => {
      const { data } = await cast.as["the doctor"].rpc("appointment_page", {
        appointment_id: consultationId,
      });
      assertEquals(data.asks_for_feedback, false);
    },
  );
});
