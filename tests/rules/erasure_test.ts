import { assert, assertEquals, assertMatch } from "@std/assert";
import { begin, consult, sendFile } from "../attachments.ts";
import { ask, newIssued, paracetamol } from "../documents.ts";
import { newAsker, requestOf } from "../erasures.ts";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newGuardianship,
  newPatient,
  openSql,
  serviceClient,
} from "../people.ts";
import { openStudio } from "../studio.ts";

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
  await sql`
    insert into private.email_changes (account_id, id, form_id, email, confirmed_at)
    values (${patient.id}, gen_random_uuid(), gen_random_uuid(), ${patient.email}, now())`;
  await sql`
    insert into private.phone_changes (account_id, id, form_id, session_id, phone, code_hash, confirmed_at)
    values (${patient.id}, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), ${patient.phone}, '', now())`;
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
        (select count(*)::int from private.email_changes where account_id = ${patient.id}) as addresses,
        (select count(*)::int from private.phone_changes where account_id = ${patient.id}) as numbers,
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
