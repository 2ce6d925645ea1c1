import { assert, assertEquals } from "@std/assert";
import { askAs } from "../asking.ts";
import { newBrowser } from "../house.ts";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
} from "../people.ts";
import { noViolations, signedIn } from "../visits.ts";

Deno.test("what was written in a consultation stands on its appointment, for its two people", async (t) => {
  await using sql = openSql();
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  const id = await newAppointment(patient, doctor, -60);
  const other = await newAppointment(patient, doctor, -180);
  const [asPatient, asDoctor] = [
    await clientOf(patient),
    await clientOf(doctor),
  ];
  const { data } = await asPatient.from("threads").select("id").single();
  const thread_id = data?.id;
  const path = `/fr/appointments/${id}`;
  await sql`
    update public.appointments set state = 'in_progress',
      waiting_since = lower(during), called_at = lower(during), started_at = lower(during)
    where id in ${sql([id, other])}`;
  for (
    const [client, row] of [
      [asPatient, { appointment_id: id, body: "Voici la photo" }],
      [asDoctor, { appointment_id: id, body: "Je la vois bien" }],
      [asPatient, { appointment_id: other, body: "Une autre fois" }],
      [asPatient, { body: "En dehors de tout" }],
    ] as const
  ) {
    const { error } = await client.from("messages").insert({
      thread_id,
      ...row,
    });
    assertEquals(error, null);
  }
  await sql`
    update public.appointments set state = 'completed', ended_at = upper(during) where id = ${id}`;

  for (const person of [patient, doctor]) {
    await t.step(
      `the ${person.kind} reads it without JavaScript, and the way to the thread`,
      async () => {
        const { status, html } = await (await askAs(person))(path);
        assertEquals(status, 200);
        assert(html.includes("Voici la photo"));
        assert(html.includes("Je la vois bien"));
        assertEquals(html.includes("Une autre fois"), false);
        assertEquals(html.includes("En dehors de tout"), false);
        assert(html.includes(`href="/fr/messages/${thread_id}"`));
      },
    );
  }

  await t.step("nobody else does, and the database says so too", async () => {
    const [otherPatient, otherDoctor] = [await newPatient(), await newDoctor()];
    for (const person of [otherPatient, otherDoctor]) {
      assertEquals((await (await askAs(person))(path)).status, 404);
    }
    const strangers = await Promise.all([
      clientOf(otherPatient),
      clientOf(otherDoctor),
      clientOf(patient, "aal1"),
    ]);
    for (const client of strangers) {
      const { data } = await client.rpc("thread_messages", {
        thread: thread_id,
        appointment: id,
      });
      assertEquals(data, []);
    }
  });

  await t.step("both pages can be used by everybody", async () => {
    await using browser = await newBrowser();
    for (const person of [patient, doctor]) {
      const { context, page } = await signedIn(browser, person, path);
      await page.getByRole("region", { name: "Messages de cette consultation" })
        .getByText("Voici la photo").waitFor();
      await noViolations(page);
      await context.close();
    }
  });

  await t.step("what was not said is not read as if nothing was", async () => {
    const silent = await newAppointment(patient, doctor, 300);
    const { html } = await (await askAs(patient))(`/fr/appointments/${silent}`);
    assert(html.includes("Vous n’avez rien écrit à la réservation."));
  });
});
