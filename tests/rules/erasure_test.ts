import { assert, assertEquals, assertMatch } from "@std/assert";
import { begin, consult, sendFile } from "../attachments.ts";
import { ask, newIssued, paracetamol } from "../documents.ts";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newGuardianship,
  newPatient,
  openSql,
  serviceClient,
  type TestPerson,
} from "../people.ts";
import { openStudio } from "../studio.ts";
import { newCast, roles } from "./cast.ts";

/** The open request of somebody. */
async function requestOf({ id }: TestPerson): Promise<string> {
  await using sql = openSql();
  const [row] = await sql`
    select id from public.erasure_requests
    where account_id = ${id} and withdrawn_at is null and decided_at is null`;
  return row?.id;
}

/** Somebody who has asked. */
async function newAsker(): Promise<{ person: TestPerson; request: string }> {
  const person = await newPatient();
  await ask(await clientOf(person), "request_erasure", {});
  return { person, request: await requestOf(person) };
}

Deno.test("a patient asks for the erasure of their own account, once, and may take it back", async (t) => {
  const cast = await newCast();
  await using sql = openSql();
  await sql`delete from public.erasure_requests where account_id = ${cast.patient.id}`;
  const call = (role: typeof roles[number], name: string) =>
    ask(cast.as[role], name, {});
  const told = async () => {
    const rows = await sql`
      select kind, channel from public.notifications
      where account_id = ${cast.patient.id} and kind::text like 'erasure%' order by created_at`;
    return rows.map(({ kind, channel }) => `${kind} ${channel}`);
  };

  await t.step("nobody asks without the code, and no doctor", async () => {
    assertEquals(
      await call("after the password only", "request_erasure"),
      "signed_out",
    );
    assertEquals(await call("the doctor", "request_erasure"), "patients_only");
    assertMatch(
      String(await call("anonymous", "request_erasure")),
      /permission denied/,
    );
  });
  await t.step("twice, and at the same moment, is once", async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => call("the patient", "request_erasure")),
    );
    assertEquals(new Set(answers).size, 1);
    const rows = await sql`
      select 1 from public.erasure_requests where account_id = ${cast.patient.id}`;
    assertEquals(rows.length, 1);
    assertEquals(await told(), ["erasure_requested email"]);
  });
  await t.step("another person neither sees nor withdraws it", async () => {
    for (const role of roles) {
      if (role === "the patient" || role === "anonymous") continue;
      assertEquals(await call(role, "withdraw_erasure"), false, role);
      const { data } = await cast.as[role].from("erasure_requests").select();
      assertEquals(data, [], role);
    }
    assert(await requestOf(cast.patient));
  });
  await t.step("nobody writes the row", async () => {
    const client = cast.as["the patient"];
    const table = client.from("erasure_requests");
    const answers = [
      await table.insert({ account_id: cast.otherPatient.id }),
      await table.update({ decision: "accepted" }).eq(
        "account_id",
        cast.patient.id,
      ),
      await table.delete().eq("account_id", cast.patient.id),
    ];
    assertEquals(answers.map(({ error }) => error?.code), [
      "42501",
      "42501",
      "42501",
    ]);
  });
  await t.step(
    "withdrawn it is closed, and may be asked again, five times a day",
    async () => {
      assertEquals(await call("the patient", "withdraw_erasure"), true);
      assertEquals(await call("the patient", "withdraw_erasure"), false);
      assertEquals(await told(), [
        "erasure_requested email",
        "erasure_withdrawn email",
      ]);
      for (let times = 0; times < 4; times++) {
        await call("the patient", "request_erasure");
        assertEquals(await call("the patient", "withdraw_erasure"), true);
      }
      assertEquals(
        await call("the patient", "request_erasure"),
        "too_many_erasure_requests",
      );
    },
  );
});

Deno.test("an administrator declines with a reason, and decides nothing twice", async (t) => {
  await using studio = await openStudio();
  const { person, request } = await newAsker();
  await t.step("by hand nothing is changed", async () => {
    for (
      const refused of [
        await studio.edit("erasure_requests", request, {
          decision: "accepted",
          decided_at: "2026-01-01T00:00:00Z",
        }),
        await studio.run(
          `delete from public.erasure_requests where id = '${request}'`,
        ),
        await studio.run(
          `insert into public.erasure_requests (account_id) values ('${person.id}')`,
        ),
      ]
    ) assertMatch(refused.refusal ?? "", /Use admin\.accept_erasure/);
    assertEquals(await requestOf(person), request);
  });
  await t.step("only with a reason", async () => {
    assertMatch(
      await studio.call(`admin.decline_erasure('${request}', ' ')`),
      /Say why in reason/,
    );
    assertMatch(
      await studio.call(
        `admin.decline_erasure('${request}', 'Facture ouverte')`,
      ),
      /^Declined\./,
    );
    assertMatch(
      await studio.call(`admin.decline_erasure('${request}', 'Encore')`),
      /declined already/,
    );
    assertMatch(
      await studio.call(`admin.accept_erasure('${request}')`),
      /declined already/,
    );
  });
  await t.step("the account goes on, and may ask again", async () => {
    const client = await clientOf(person);
    const { data } = await client.from("erasure_requests")
      .select("decision, reason");
    assertEquals(data, [{ decision: "declined", reason: "Facture ouverte" }]);
    assertMatch(String(await ask(client, "request_erasure", {})), /^\d{4}-/);
  });
  await t.step("a request that was withdrawn is not decided", async () => {
    const open = await requestOf(person);
    await ask(await clientOf(person), "withdraw_erasure", {});
    assertMatch(
      await studio.call(`admin.accept_erasure('${open}')`),
      /The person withdrew this request/,
    );
    assertMatch(
      await studio.call(`admin.accept_erasure('${crypto.randomUUID()}')`),
      /They are in admin\.erasure_requests/,
    );
  });
  await t.step("nobody but administrators decides", async () => {
    const { error } = await (await clientOf(person)).schema("admin")
      .rpc("accept_erasure", { request_id: request });
    assert(error);
  });
});

Deno.test("what an erasure erases, and what stays", async (t) => {
  const { patient, doctor, id: document, asDoctor, appointmentId } =
    await newIssued("prescription", paracetamol);
  const asPatient = await clientOf(patient);
  await using sql = openSql();
  await using studio = await openStudio();
  const [thread] = await sql`
    select id from public.threads where patient_id = ${patient.patientId}`;
  await consult(appointmentId);
  const unopened = await sendFile(asPatient, thread?.id, appointmentId);
  const opened = await sendFile(asPatient, thread?.id, appointmentId);
  await ask(asDoctor, "open_attachment", { attachment_id: opened });
  const outside = await sendFile(asPatient, thread?.id);
  await begin(asPatient, thread?.id);
  await consult(appointmentId, 3600);
  await sql`
    insert into public.messages (thread_id, author_id, body)
    values (${thread?.id}, ${patient.id}, 'Merci')`;
  await ask(asPatient, "give_feedback", {
    ...{ appointment_id: appointmentId, sound_and_picture: 3 },
    ...{ solved: 3, again: 3 },
  });
  const coming = await newAppointment(patient, doctor, 600);
  await ask(asPatient, "save_push_subscription", {
    ...{ appointment_id: coming, endpoint: "https://push.example/1" },
    ...{ p256dh: "B".repeat(87), auth: "a".repeat(22) },
  });
  await sql`
    update public.patients set pharmacy_id = (select id from public.organisations where kind = 'pharmacy' limit 1)
    where id = ${patient.patientId}`;
  await sql`insert into public.message_settings (account_id) values (${patient.id})`;
  await serviceClient().rpc("save_draft", {
    ...{ path: "/fr/account", fields: { street: "x" } },
    account_id: patient.id,
  });
  await ask(asPatient, "request_erasure", {});
  const request = await requestOf(patient);

  await t.step("not during a consultation", async () => {
    await sql`update public.appointments set state = 'calling', waiting_since = now(), called_at = now() where id = ${coming}`;
    assertMatch(
      await studio.call(`admin.accept_erasure('${request}')`),
      /in a consultation now/,
    );
    await sql`update public.appointments set state = 'booked', waiting_since = null, called_at = null where id = ${coming}`;
  });

  await t.step("it is listed, and accepted once", async () => {
    const { rows } = await studio.run(
      `select state, coming_appointments, others_who_act from admin.erasure_requests where id = '${request}'`,
    );
    assertEquals(
      rows.map(({ state, coming_appointments: coming }) => [
        state,
        Number(coming),
      ]),
      [["open", 1]],
    );
    assertMatch(
      await studio.call(`admin.accept_erasure('${request}')`),
      /^Erased:/,
    );
    assertMatch(
      await studio.call(`admin.accept_erasure('${request}')`),
      /accepted already/,
    );
  });

  await t.step("nobody signs in to it any more, and it stays so", async () => {
    assertEquals(
      await ask(asPatient, "export_account", {}),
      "signed_out",
    );
    const { error } = await serviceClient().auth.signInWithPassword(patient);
    assertEquals(error?.code, "invalid_credentials");
    const { data: email } = await serviceClient().rpc("sign_in_email", {
      matricule: patient.matricule,
    });
    assert(email !== patient.email);
    assertMatch(
      await studio.call(`admin.reactivate_account('${patient.id}')`),
      /was erased at the request/,
    );
  });

  await t.step(
    "the contact data and what lay beside the record are gone",
    async () => {
      const [user] = await sql`
      select email, encrypted_password, phone, raw_user_meta_data::text as named from auth.users where id = ${patient.id}`;
      assertEquals({ ...user }, {
        ...{ email: `${patient.id}@erased.invalid`, encrypted_password: "" },
        ...{ phone: null, named: "{}" },
      });
      const [row] = await sql`
      select street, postal_code, city, pharmacy_id, laboratory_id from public.patients where id = ${patient.patientId}`;
      assertEquals({ ...row }, {
        ...{ street: "–", postal_code: "–", city: "–" },
        ...{ pharmacy_id: null, laboratory_id: null },
      });
      const [left] = await sql`
      select
        (select count(*)::int from auth.sessions where user_id = ${patient.id}) as sessions,
        (select count(*)::int from auth.mfa_factors where user_id = ${patient.id}) as factors,
        (select count(*)::int from auth.identities where user_id = ${patient.id} and email = ${patient.email}) as identities,
        (select count(*)::int from public.feedback where appointment_id = ${appointmentId}) as feedback,
        (select count(*)::int from public.push_subscriptions where account_id = ${patient.id}) as browsers,
        (select count(*)::int from public.message_settings where account_id = ${patient.id}) as settings,
        (select count(*)::int from private.drafts where account_id = ${patient.id}) as drafts,
        (select count(*)::int from private.credential_tickets where user_id = ${patient.id}) as tickets`;
      assertEquals(new Set(Object.values({ ...left })), new Set([0]));
    },
  );

  await t.step(
    "only the last e-mail is still to come, to where they are",
    async () => {
      const due = await sql`
      select kind, channel, former_address from public.notifications
      where account_id = ${patient.id} and (state = 'due' or former_address is not null)`;
      assertEquals(due.map((one) => ({ ...one })), [{
        kind: "erasure_accepted",
        channel: "email",
        former_address: patient.email,
      }]);
    },
  );

  await t.step(
    "of the files only the one that nobody opened goes",
    async () => {
      const { data } = await asDoctor.rpc("thread_messages", {
        thread: thread?.id,
      });
      const ids = data.map(({ id }: { id: string }) => id);
      assertEquals(
        [unopened, opened, outside].map((id) => ids.includes(id)),
        [false, true, true],
      );
      await sql`
      update public.attachments set begun_at = now() - interval '2 days' where id = ${unopened}`;
      const { data: bytes } = await serviceClient().rpc("unsent_attachments");
      assert(
        bytes.some(({ id }: { id: string }) => id === unopened),
        "their bytes are removed with what was never sent",
      );
    },
  );

  await t.step("the record stays, for the doctor as before", async () => {
    const { data } = await asDoctor.rpc("patient_file", {
      patient_id: patient.patientId,
    });
    assertEquals(data.patient.matricule, patient.matricule);
    assertEquals(
      data.appointments.map(({ state }: { state: string }) => state).sort(),
      ["cancelled", "completed"],
    );
    const documents = await asDoctor.rpc("list_documents", {
      patient_id: patient.patientId,
    });
    assertEquals(documents.data[0].id, document);
    const [log] = await sql`
      select count(*)::int as entries from public.audit_log
      where patient_id = ${patient.patientId} and action = 'erasure_accepted'`;
    assertEquals(log?.entries, 1);
  });

  await t.step("the address and the number can sign up again", async () => {
    const { data, error } = await serviceClient().auth.admin.createUser({
      ...{ email: patient.email, password: patient.password },
      email_confirm: true,
    });
    assertEquals(error, null);
    assert(data.user?.id !== patient.id);
  });

  await t.step("whoever types the matricule is told nothing", async () => {
    await serviceClient().rpc("notify_account", {
      ...{ account_id: patient.id, kind: "account_exists" },
    });
    const rows = await sql`
      select 1 from public.notifications where account_id = ${patient.id} and kind = 'account_exists'`;
    assertEquals(rows.length, 0);
  });
});

Deno.test("another guardian keeps the record of an erased person, and dependants keep theirs", async (t) => {
  const { person, request } = await newAsker();
  const [grownChild, doctor] = [await newPatient(), await newDoctor()];
  const child = await newPatient();
  await newGuardianship(grownChild, person.patientId, "child");
  await newGuardianship(person, child.patientId, "parent");
  const [own, ofChild] = [
    await newAppointment(person, doctor, 600),
    await newAppointment(child, doctor, 700),
  ];
  const asPerson = await clientOf(person);
  await using studio = await openStudio();
  assertMatch(
    await studio.call(`admin.accept_erasure('${request}', 'Comme demandé')`),
    /^Erased:/,
  );
  await t.step("the appointments of both stand", async () => {
    await using sql = openSql();
    const rows = await sql`
      select state from public.appointments where id in (${own}, ${ofChild})`;
    assertEquals(rows.map(({ state }) => state), ["booked", "booked"]);
  });
  await t.step("the other guardian reads the whole record", async () => {
    const { data } = await (await clientOf(grownChild)).from("patients")
      .select("matricule, street").eq("id", person.patientId);
    assertEquals(data, [{
      matricule: person.matricule,
      street: "1, rue Neuve",
    }]);
  });
  await t.step("the erased account acts for nobody", async () => {
    const { data } = await asPerson.from("patients").select("id");
    assertEquals(data, null);
    await using sql = openSql();
    const rows = await sql`
      select 1 from private.current_guardianships where account_id = ${person.id}`;
    assertEquals(rows.length, 0);
  });
});
