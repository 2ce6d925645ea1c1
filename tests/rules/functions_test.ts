import { assertEquals } from "@std/assert";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
} from "../people.ts";
import { type Cast, newCast, type Role, roles } from "./cast.ts";

/** Functions for the service alone: nobody else may call them, whatever they hold. */
const forTheService: Record<string, Record<string, unknown>> = {
  begin_sign_up: {
    matricule: "1893120105732",
    first_name: "A",
    last_name: "B",
    email: "a@b.example",
    phone: "+352621000000",
    street: "x",
    postal_code: "x",
    city: "x",
    country: "LU",
    language: "fr",
  },
  renew_sign_up_code: { sign_up_id: crypto.randomUUID() },
  check_sign_up_code: { sign_up_id: crypto.randomUUID(), code: "000000" },
  sign_up_to_activate: { sign_up_id: crypto.randomUUID() },
  complete_sign_up: {
    sign_up_id: crypto.randomUUID(),
    user_id: crypto.randomUUID(),
  },
  notify_account: {
    account_id: crypto.randomUUID(),
    kind: "account_exists",
  },
  sign_in_email: { matricule: "1955123199951" },
  confirmed_phone: { user_id: crypto.randomUUID() },
  take_attempt: { subject: "x", allowed: 1, window_seconds: 1 },
  claim_notifications: {},
  settle_notification: {
    id: crypto.randomUUID(),
    lease: crypto.randomUUID(),
    carrier_id: "x",
  },
  postpone_notification: {
    id: crypto.randomUUID(),
    lease: crypto.randomUUID(),
    reason: "x",
  },
  notification_reported: { carrier_id: "x", delivered: true },
  keep_draft: { path: "/", fields: {} },
  take_draft: { ticket: crypto.randomUUID(), path: "/" },
};

Deno.test("functions for the service are closed to everybody else", async (t) => {
  const cast = await newCast();
  for (const [name, args] of Object.entries(forTheService)) {
    for (const role of roles) {
      await t.step(`${role} cannot call ${name}`, async () => {
        const { error } = await cast.as[role].rpc(name, args);
        assertEquals(error?.code, "42501");
      });
    }
  }

  await t.step(
    "every function of the API is known: for the service, for people, or for all",
    async () => {
      await using sql = openSql();
      const functions = await sql`
      select proname,
        has_function_privilege('anon', oid, 'execute') as anonymous,
        has_function_privilege('authenticated', oid, 'execute') as people
      from pg_proc where pronamespace = 'public'::regnamespace order by 1`;
      const open = functions.filter((one) => one.people && !one.anonymous)
        .map((one) => one.proname);
      const all = functions.filter((one) => one.anonymous)
        .map((one) => one.proname);
      assertEquals(all, ["doctor_calendar", "doctor_directory", "free_slots"]);
      assertEquals(open, [
        "accept_call",
        "appointment_page",
        "book_appointment",
        "call_patient",
        "cancel_appointment",
        "doctor_day",
        "end_consultation",
        "enter_waiting_room",
        "mark_messages_read",
        "mark_no_show",
        "withdraw_call",
      ]);
    },
  );
});

/** Steps with an appointment, in an order in which each is possible, and who alone may take it. */
const steps: {
  name: string;
  by: Role;
  refusals?: Partial<Record<Role, string>>;
}[] = [
  {
    name: "enter_waiting_room",
    by: "the patient",
    refusals: { "the doctor": "patients_only" },
  },
  {
    name: "call_patient",
    by: "the doctor",
    refusals: { "the patient": "doctors_only" },
  },
  {
    name: "accept_call",
    by: "the patient",
    refusals: { "the doctor": "patients_only" },
  },
];

Deno.test("each step of a consultation is taken by whom it belongs to, and by nobody else", async (t) => {
  const cast = await newCast();
  const args = { appointment_id: cast.appointmentId };
  for (const { name, by, refusals } of steps) {
    for (const role of roles.filter((one) => one !== by)) {
      await t.step(`${role} cannot ${name}`, async () => {
        const { error } = await cast.as[role].rpc(name, args);
        const expected = role === "anonymous"
          ? "permission denied for function " + name
          : refusals?.[role] ?? "not_found";
        assertEquals(error?.message, expected);
      });
    }
    await t.step(`${by} can ${name}`, async () => {
      const { error } = await cast.as[by].rpc(name, args);
      assertEquals(error, null);
    });
  }

  await t.step("a stranger cannot end it, either side can", async () => {
    for (
      const role of [
        "another patient",
        "another doctor",
        "after the password only",
      ] as const
    ) {
      const { error } = await cast.as[role].rpc("end_consultation", args);
      assertEquals(error?.message, "not_found");
    }
    const { error } = await cast.as["the doctor"].rpc("end_consultation", args);
    assertEquals(error, null);
    const again = await cast.as["the patient"].rpc("end_consultation", args);
    assertEquals(again.error, null);
  });

  await t.step("what is over cannot begin again", async () => {
    const enter = await cast.as["the patient"].rpc("enter_waiting_room", args);
    assertEquals(enter.error?.message, "appointment_over");
    const cancel = await cast.as["the patient"].rpc("cancel_appointment", args);
    assertEquals(cancel.error?.message, "too_late_to_cancel");
  });

  await t.step(
    "the page of an appointment exists for its two people only",
    async () => {
      const seen = await Promise.all(roles.map(async (role) => {
        const { data } = await cast.as[role].rpc("appointment_page", args);
        return data !== null;
      }));
      assertEquals(seen, [false, false, true, false, true, false]);
    },
  );

  await t.step(
    "a doctor who reads a record leaves an entry that the patient sees",
    async () => {
      const { data } = await cast.as["the patient"].from("audit_log")
        .select("actor_id").eq("appointment_id", cast.appointmentId)
        .eq("action", "patient_read");
      assertEquals(data, [{ actor_id: cast.doctor.id }]);
    },
  );
});

Deno.test("a session ends with its sign-out, and with another number than the confirmed one", async (t) => {
  const cast = await newCast();
  const reads = async (role: Role) => {
    const { data } = await cast.as[role].from("appointments").select("id");
    return (data ?? []).length;
  };

  await t.step(
    "when the confirmed number changes, the old factor's session sees nothing",
    async () => {
      assertEquals(await reads("the patient"), 1);
      await using sql = openSql();
      await sql`update public.accounts set phone = '+352691999999' where id = ${cast.patient.id}`;
      assertEquals(await reads("the patient"), 0);
    },
  );

  await t.step(
    "when the account is deactivated, its session sees nothing",
    async () => {
      assertEquals(await reads("the doctor"), 1);
      await using sql = openSql();
      await sql`update public.accounts set active = false where id = ${cast.doctor.id}`;
      const { data } = await cast.as.anonymous.rpc("doctor_calendar", {
        slug: cast.doctor.slug,
      });
      assertEquals(
        data,
        null,
        "a deactivated doctor cannot be booked any more",
      );
      assertEquals(await reads("the doctor"), 0);
    },
  );

  await t.step(
    "when the session is gone, its token sees nothing, though it has not expired",
    async () => {
      assertEquals(await reads("another patient"), 1);
      await using sql = openSql();
      await sql`delete from auth.sessions where user_id = ${cast.otherPatient.id}`;
      assertEquals(await reads("another patient"), 0);
    },
  );
});

Deno.test("a doctor has one consultation at a time, also in the seconds after the last ring", async () => {
  const doctor = await newDoctor();
  const [first, second] = [await newPatient(), await newPatient()];
  const asDoctor = await clientOf(doctor);
  const [asFirst, asSecond] = [await clientOf(first), await clientOf(second)];
  const one = { appointment_id: await newAppointment(first, doctor, 1) };
  const two = { appointment_id: await newAppointment(second, doctor, 11) };
  await using sql = openSql();
  for (
    const step of [
      () => asFirst.rpc("enter_waiting_room", one),
      () => asDoctor.rpc("call_patient", one),
    ]
  ) assertEquals((await step()).error, null);
  await sql`
    update public.appointments set state = 'waiting', waiting_since = now() where id = ${two.appointment_id}`;
  await sql`
    update public.appointments set called_at = now() - interval '50 seconds' where id = ${one.appointment_id}`;
  assertEquals((await asDoctor.rpc("call_patient", two)).error, null);
  const late = await asFirst.rpc("accept_call", one);
  assertEquals(late.error?.message, "call_over");
  assertEquals((await asSecond.rpc("accept_call", two)).error, null);
});

Deno.test("who leaves the list stays the doctor of his appointments, for those who have one", async () => {
  const cast = await newCast();
  await using sql = openSql();
  await sql`update public.doctors set listed = false where id = ${cast.doctor.id}`;
  const seen = await Promise.all(roles.map(async (role) => {
    const { data } = await cast.as[role].from("doctors").select("last_name")
      .eq("id", cast.doctor.id);
    return (data ?? []).length;
  }));
  assertEquals(seen, [0, 0, 1, 0, 1, 0]);
});

Deno.test("extra hours end within a month: they are cut into slots for everybody who looks", async () => {
  const cast = await newCast();
  const open = (during: string) =>
    cast.as["the doctor"].from("availability_exceptions").insert({
      doctor_id: cast.doctor.id,
      effect: "open",
      during,
    });
  const short = await open("[2026-12-01 08:00+01,2026-12-01 12:00+01)");
  assertEquals(short.error, null);
  for (
    const during of [
      "[2026-12-01 08:00+01,infinity)",
      "[2026-12-01 08:00+01,2027-12-01 08:00+01)",
    ]
  ) {
    const { error } = await open(during);
    assertEquals(error?.code, "23514", during);
  }
});

Deno.test("a slot is booked once", async (t) => {
  const cast = await newCast();
  const slots = await freeSlots(cast, 4);
  const book = (role: Role, start: string | undefined, more = {}) =>
    cast.as[role].rpc("book_appointment", {
      appointment_id: crypto.randomUUID(),
      doctor_id: cast.otherDoctor.id,
      starts_at: start,
      symptoms: "",
      accept_terms: true,
      ...more,
    });

  await t.step(
    "two patients at the same moment: one gets it, the other is told",
    async () => {
      const answers = await Promise.all([
        book("the patient", slots[0]),
        book("another patient", slots[0]),
      ]);
      const errors = answers.map((one) => one.error?.message ?? null).sort();
      assertEquals(errors, [null, "slot_taken"].sort());
    },
  );

  await t.step("the same form twice books once", async () => {
    const appointment_id = crypto.randomUUID();
    const answers = await Promise.all(
      [1, 2].map(() => book("the patient", slots[1], { appointment_id })),
    );
    assertEquals(answers.filter((one) => one.error === null).length >= 1, true);
    const again = await book("the patient", slots[1], { appointment_id });
    assertEquals(again.data, appointment_id);
    await using sql = openSql();
    const [row] = await sql`
      select count(*)::int as count from public.notifications
      where appointment_id = ${appointment_id} and kind = 'appointment_confirmation'`;
    assertEquals(row?.count, 2); // one SMS, one e-mail
  });

  await t.step("a patient cannot be in two places", async () => {
    const { error } = await book("the patient", slots[1], {
      doctor_id: cast.doctor.id,
    });
    assertEquals(error?.message, "patient_busy");
  });

  await t.step(
    "not without the terms, not outside the agenda, not in the past, not as a doctor",
    async () => {
      const without = await book("the patient", slots[2], {
        accept_terms: false,
      });
      assertEquals(without.error?.message, "terms_not_accepted");
      for (const beside of [60_000, 500, -500]) {
        const odd = new Date(Date.parse(slots[2] ?? "") + beside);
        const { error } = await book("the patient", odd.toISOString());
        assertEquals(error?.message, "slot_taken", `${beside} ms beside it`);
      }
      for (const never of ["infinity", "-infinity"]) {
        const { error } = await book("the patient", never);
        assertEquals(error?.message, "slot_taken");
      }
      const past = new Date(Date.now() - 3_600_000).toISOString();
      assertEquals(
        (await book("the patient", past)).error?.message,
        "slot_taken",
      );
      const doctor = await book("the doctor", slots[2]);
      assertEquals(doctor.error?.message, "patients_only");
    },
  );

  await t.step(
    "somebody else's form id is not told apart from a used one",
    async () => {
      const { error } = await book("another patient", slots[3], {
        appointment_id: cast.appointmentId,
      });
      assertEquals(error?.message, "form_used");
    },
  );
});

async function freeSlots(cast: Cast, count: number): Promise<string[]> {
  const { data } = await cast.as.anonymous.rpc("free_slots", {
    doctor_id: cast.otherDoctor.id,
    from_at: new Date(Date.now() + 24 * 3_600_000).toISOString(),
    to_at: new Date(Date.now() + 48 * 3_600_000).toISOString(),
  });
  return data.slice(0, count).map((one: { starts_at: string }) =>
    one.starts_at
  );
}
