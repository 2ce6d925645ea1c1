import { assertEquals } from "@std/assert";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
  serviceClient,
} from "../people.ts";

const keys = { p256dh: "B".repeat(87), auth: "a".repeat(22) };

Deno.test("a browser is told of one appointment's ring, and forgotten after it", async (t) => {
  const [patient, doctor] = [await newPatient(), await newDoctor()];
  const appointment_id = await newAppointment(patient, doctor, -1);
  const asPatient = await clientOf(patient);
  const asDoctor = await clientOf(doctor);
  const save = (client: typeof asPatient, browser: number) =>
    client.rpc("save_push_subscription", {
      appointment_id,
      endpoint: `https://push.example/${browser}`,
      ...keys,
    });
  const told = async () => {
    const { data, error } = await serviceClient().rpc("ringing_subscriptions", {
      appointment_id,
    });
    assertEquals(error, null);
    return data.map(({ endpoint }: { endpoint: string }) => endpoint).sort();
  };
  const act = async (client: typeof asPatient, act: string) => {
    const { error } = await client.rpc("transition_appointment", {
      appointment_id,
      act,
    });
    assertEquals(error, null);
  };

  await t.step("only who acts for the patient can ask for it", async () => {
    const stranger = await clientOf(await newPatient());
    for (const client of [asDoctor, stranger]) {
      assertEquals((await save(client, 0)).error?.message, "not_found");
    }
    assertEquals((await save(asPatient, 1)).error, null);
  });

  await t.step("told while it rings, and not before", async () => {
    await act(asPatient, "arrive");
    assertEquals(await told(), []);
    await act(asDoctor, "call");
    assertEquals(await told(), ["https://push.example/1"]);
  });

  await t.step("twice is once, and the last five are kept", async () => {
    for (const browser of [1, 2, 3, 4, 5, 6]) {
      assertEquals((await save(asPatient, browser)).error, null);
    }
    assertEquals(
      await told(),
      [2, 3, 4, 5, 6].map((browser) => `https://push.example/${browser}`),
    );
  });

  await t.step(
    "what is gone is removed, the rest when it is over",
    async () => {
      await serviceClient().rpc("remove_push_subscriptions", {
        endpoints: ["https://push.example/6"],
      });
      assertEquals((await told()).length, 4);
      await act(asPatient, "accept");
      await act(asDoctor, "end");
      await using sql = openSql();
      const kept = async () => {
        await serviceClient().rpc("purge_expired");
        const rows = await sql`
          select from public.push_subscriptions where appointment_id = ${appointment_id}`;
        return rows.length;
      };
      // It may be opened again, and then they are told.
      assertEquals(await kept(), 4);
      await sql.begin(async (transaction) => {
        // Without the trigger that keeps the time of the last change.
        await transaction`set local session_replication_role = replica`;
        await transaction`
          update public.appointments set updated_at = now() - interval '6 minutes' where id = ${appointment_id}`;
      });
      assertEquals(await kept(), 0);
    },
  );
});
