import type { Act } from "@/domain/transitions.ts";
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
    form_id: crypto.randomUUID(),
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
  add_sign_up_link: { sign_up_id: crypto.randomUUID(), link_hash: "x" },
  sign_up_of_link: { link_hash: "x" },
  user_of_sign_up: { sign_up_id: crypto.randomUUID() },
  withdraw_sign_up: { link_hash: "x" },
  resend_activation: { email: "a@b.example" },
  note_opened_link: { token: "x", user_id: crypto.randomUUID() },
  opened_link_email: { token: "x" },
  note_sms_refusal: {
    account_id: crypto.randomUUID(),
    phone: "+352621000000",
    cause: "number",
    reason: "x",
  },
  clear_sms_refusal: { account_id: crypto.randomUUID() },
  try_code: { challenge_id: crypto.randomUUID(), code: "000000" },
  is_answered: { challenge_id: crypto.randomUUID() },
  account_words: { user_id: crypto.randomUUID() },
  note_auth_email: {
    id: crypto.randomUUID(),
    account_id: crypto.randomUUID(),
    kind: "password_link",
  },
  read_draft: { ticket: crypto.randomUUID(), path: "/" },
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
  announce_credential_change: {
    user_id: crypto.randomUUID(),
    credential: "password",
  },
  begin_phone_change: {
    session_id: crypto.randomUUID(),
    form_id: crypto.randomUUID(),
    phone: "+352621000000",
  },
  phone_change: { session_id: crypto.randomUUID() },
  renew_phone_change_code: {
    session_id: crypto.randomUUID(),
    change_id: crypto.randomUUID(),
  },
  confirm_phone_change: {
    session_id: crypto.randomUUID(),
    change_id: crypto.randomUUID(),
    code: "000000",
  },
  begin_email_change: {
    session_id: crypto.randomUUID(),
    form_id: crypto.randomUUID(),
    email: "a@b.example",
  },
  add_email_change_link: { change_id: crypto.randomUUID(), link_hash: "x" },
  email_change_of_link: { link_hash: "x" },
  confirm_email_change: { link_hash: "x" },
  withdraw_email_change: {
    session_id: crypto.randomUUID(),
    change_id: crypto.randomUUID(),
  },
  renew_email_change: {
    session_id: crypto.randomUUID(),
    change_id: crypto.randomUUID(),
    sendings: 1,
  },
  session_ended_by: {
    account_id: crypto.randomUUID(),
    issued_at: "2026-01-01T00:00:00Z",
  },
  account_contact: { user_id: crypto.randomUUID() },
  take_link_attempt: { account_id: crypto.randomUUID() },
  close_abandoned_appointments: {},
  end_outgrown_guardianships: {},
  purge_expired: {},
  ringing_subscriptions: { appointment_id: crypto.randomUUID() },
  note_reopening_pushed: {
    appointment_id: crypto.randomUUID(),
    endpoints: [],
  },
  remove_push_subscriptions: { endpoints: ["x"] },
  add_guest_link: { guest_id: crypto.randomUUID(), link_hash: "x" },
  guest_of_link: { link_hash: "x", browser_hash: "x" },
  open_guest_link: { link_hash: "x", browser_hash: "x" },
  release_guest_link: { browser_hash: "x" },
  guest_visit: { browser_hash: "x" },
  move_guest: { browser_hash: "x", act: "arrive" },
  take_attempt: { subject: "x", allowed: 1, window_seconds: 1 },
  claim_notifications: {},
  mark_notification_sent: {
    id: crypto.randomUUID(),
    lease: crypto.randomUUID(),
    provider_message_id: "x",
  },
  schedule_notification_retry: {
    id: crypto.randomUUID(),
    lease: crypto.randomUUID(),
    reason: "x",
  },
  notification_reported: { provider_message_id: "x", delivered: true },
  save_draft: { path: "/", fields: {} },
  refresh_next_slots: {},
  end_abandoned_free_now: {},
  offer_earlier_slots: {},
  send_appointment_links: { email: "a@b.example" },
  agenda_feed: { secret: "x" },
  agenda_feed_exists: { secret: "x" },
  consume_draft: { ticket: crypto.randomUUID(), path: "/" },
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
      assertEquals(all, [
        "directory_towns",
        "doctor_calendar",
        "free_slots",
        "search_doctors",
      ]);
      assertEquals(open, [
        "agenda_feed_since",
        "appointment_page",
        "attachment_upload",
        "begin_attachment",
        "book_appointment",
        "cancel_period",
        "choose_laboratory",
        "choose_pharmacy",
        "close_thread",
        "confirm_identity",
        "correct_document",
        "decline_earlier_slot",
        "discard_document_draft",
        "doctor_day",
        "doctor_week",
        "document_catalogue",
        "document_filling",
        "document_is_ready",
        "document_page",
        "document_preview",
        "export_account",
        "forward_document",
        "give_feedback",
        "invite_guest",
        "issue_document",
        "join_waiting_list",
        "keep_free_now",
        "last_cancellation",
        "leave_waiting_list",
        "list_documents",
        "mark_messages_read",
        "move_appointment",
        "moving_calendar",
        "my_agenda_settings",
        "my_dependants",
        "my_email_change",
        "my_organisations",
        "my_profile",
        "my_reasons",
        "my_threads_page",
        "note_reopening_seen",
        "open_attachment",
        "open_attachments",
        "patient_file",
        "place_reason",
        "remove_reason",
        "renew_agenda_feed",
        "reopen_thread",
        "request_erasure",
        "retry_delivery",
        "revoke_agenda_feed",
        "save_agenda_settings",
        "save_document_draft",
        "save_document_template",
        "save_message_settings",
        "save_patient_note",
        "save_push_subscription",
        "save_reason",
        "search_my_patients",
        "send_attachment",
        "send_fee_note_to_cns",
        "session_is_open",
        "session_unread",
        "set_free_now",
        "start_document",
        "thread_consultations",
        "thread_messages",
        "thread_page",
        "transition_appointment",
        "transition_guest",
        "undo_cancellation",
        "undo_document",
        "undo_no_show",
        "void_document",
        "withdraw_erasure",
      ]);
    },
  );
});

/** Acts with an appointment, in an order in which each is possible, and who alone may do it. */
const steps: { act: Act; by: Role; refusals: Partial<Record<Role, string>> }[] =
  [
    {
      act: "arrive",
      by: "the patient",
      refusals: { "the doctor": "patients_only" },
    },
    {
      act: "ask_telephone",
      by: "the patient",
      refusals: { "the doctor": "patients_only" },
    },
    {
      act: "withdraw_telephone",
      by: "the patient",
      refusals: { "the doctor": "patients_only" },
    },
    {
      act: "call",
      by: "the doctor",
      refusals: { "the patient": "doctors_only" },
    },
    {
      act: "accept",
      by: "the patient",
      refusals: { "the doctor": "patients_only" },
    },
    {
      act: "telephone",
      by: "the doctor",
      refusals: { "the patient": "doctors_only" },
    },
    {
      act: "video",
      by: "the doctor",
      refusals: { "the patient": "doctors_only" },
    },
    {
      act: "end",
      by: "the doctor",
      refusals: { "the patient": "doctors_only" },
    },
    {
      act: "reopen",
      by: "the doctor",
      refusals: { "the patient": "doctors_only" },
    },
    {
      act: "leave",
      by: "the patient",
      refusals: { "the doctor": "patients_only" },
    },
    {
      act: "end",
      by: "the doctor",
      refusals: { "the patient": "doctors_only" },
    },
  ];

Deno.test("each act with an appointment is done by whom it belongs to, and by nobody else", async (t) => {
  const cast = await newCast();
  const appointment_id = cast.appointmentId;
  for (const { act, by, refusals } of steps) {
    for (const role of roles.filter((one) => one !== by)) {
      await t.step(`${role} cannot ${act}`, async () => {
        const { error } = await cast.as[role].rpc("transition_appointment", {
          appointment_id,
          act,
        });
        const expected = role === "anonymous"
          ? "permission denied for function transition_appointment"
          : refusals[role] ?? "not_found";
        assertEquals(error?.message, expected);
      });
    }
    await t.step(`${by} can ${act}, and again`, async () => {
      for (let n = 0; n < 2; n++) {
        const { error } = await cast.as[by].rpc("transition_appointment", {
          appointment_id,
          act,
        });
        assertEquals(error, null);
      }
    });
  }

  await t.step("what is over cannot begin again", async () => {
    const enter = await cast.as["the patient"].rpc("transition_appointment", {
      appointment_id,
      act: "arrive",
    });
    assertEquals(enter.error?.message, "appointment_over");
    const cancel = await cast.as["the patient"].rpc("transition_appointment", {
      appointment_id,
      act: "cancel",
    });
    assertEquals(cancel.error?.message, "too_late_to_cancel");
  });

  await t.step(
    "the page of an appointment exists for its two people only",
    async () => {
      const seen = await Promise.all(roles.map(async (role) => {
        const { data } = await cast.as[role].rpc("appointment_page", {
          appointment_id,
        });
        return data !== null;
      }));
      assertEquals(seen, [false, false, true, false, true, false]);
    },
  );

  await t.step(
    "a doctor who reads a record leaves an entry that the patient sees",
    async () => {
      const { data } = await cast.as["the patient"].from("audit_log")
        .select("account_id").eq("appointment_id", cast.appointmentId)
        .eq("action", "patient_read");
      assertEquals(data, [{ account_id: cast.doctor.id }]);
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
      () => asFirst.rpc("transition_appointment", { ...one, act: "arrive" }),
      () => asDoctor.rpc("transition_appointment", { ...one, act: "call" }),
    ]
  ) assertEquals((await step()).error, null);
  await sql`
    update public.appointments set state = 'waiting', waiting_since = now() where id = ${two.appointment_id}`;
  await sql`
    update public.appointments set called_at = now() - interval '50 seconds' where id = ${one.appointment_id}`;
  const call = await asDoctor.rpc("transition_appointment", {
    ...two,
    act: "call",
  });
  assertEquals(call.error, null);
  const late = await asFirst.rpc("transition_appointment", {
    ...one,
    act: "accept",
  });
  assertEquals(late.error?.message, "call_over");
  const taken = await asSecond.rpc("transition_appointment", {
    ...two,
    act: "accept",
  });
  assertEquals(taken.error, null);
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
  const whole = [
    "[2026-12-01 08:00+01,2026-12-01 12:00+01)",
    // October, with the hour that the clocks repeat.
    "[2027-10-01 00:00+02,2027-11-01 00:00+01)",
  ];
  for (const during of whole) assertEquals((await open(during)).error, null);
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
