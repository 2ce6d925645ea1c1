import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { deadline } from "@std/async";
import type { ISql } from "postgres";
import { undone } from "../claims.ts";
import {
  ask,
  complete,
  issue,
  newConsultation,
  newDraft,
  newIssued,
  paracetamol,
} from "../documents.ts";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newPatient,
  openSql,
  serviceClient,
} from "../people.ts";
import { newCastWithDraft, roles } from "./cast.ts";

Deno.test("only the doctor of a consultation begins, saves, signs, voids and corrects its documents", async () => {
  const cast = await newCastWithDraft();
  const mine = cast.draftId;
  for (const role of roles.filter((role) => role !== "the doctor")) {
    const client = cast.as[role];
    const refused = async (name: string, args: Record<string, unknown>) => {
      const answer = String(await ask(client, name, args));
      assert(/not_found|permission denied/.test(answer), `${role}: ${answer}`);
    };
    await refused("start_document", {
      id: crypto.randomUUID(),
      kind: "prescription",
      appointment_id: cast.appointmentId,
    });
    const document_id = mine;
    await refused("save_document_draft", {
      ...{ document_id, version: 2, content: {} },
    });
    await refused("issue_document", { document_id, version: 2 });
    await refused("undo_document", { document_id });
    await refused("void_document", { document_id, reason: "x" });
    await refused("correct_document", {
      ...{ document_id, correction_id: crypto.randomUUID() },
    });
    await refused("discard_document_draft", { document_id });
    await refused("document_preview", { document_id });
    await refused("document_catalogue", { document_id });
  }
  assertEquals(await issue(cast.as["the doctor"], mine), "issued");
});

Deno.test("a document is read by its doctor and by who acts for the patient, by nobody else, and a draft by the doctor only", async () => {
  const cast = await newCastWithDraft();
  const document_id = cast.draftId;
  const readers = async () => {
    const able: string[] = [];
    for (const role of roles) {
      const page = await ask(cast.as[role], "document_page", { document_id });
      const list = await ask(cast.as[role], "list_documents", {});
      assertEquals(
        JSON.stringify(list).includes(document_id),
        page !== null && typeof page === "object",
        role,
      );
      if (page !== null && typeof page === "object") able.push(role);
    }
    return able;
  };
  assertEquals(await readers(), ["the doctor"]);
  await issue(cast.as["the doctor"], document_id);
  assertEquals(await readers(), ["the patient", "the doctor"]);
  for (const role of roles) {
    for (const table of ["documents", "document_deliveries"]) {
      const { data, error } = await cast.as[role].from(table).select("id");
      assert(error?.code === "42501" || data?.length === 0, `${role} ${table}`);
    }
    const { data } = await cast.as[role].storage.from("documents").list(
      document_id,
    );
    assertEquals(data ?? [], [], role);
  }
});

Deno.test("each reading by the doctor is in the patient's log, the patient's own is not", async () => {
  const { patient, asDoctor, id } = await newIssued(
    "prescription",
    paracetamol,
  );
  const asPatient = await clientOf(patient);
  await ask(asPatient, "document_page", { document_id: id });
  await ask(asDoctor, "document_page", { document_id: id });
  await ask(asDoctor, "document_page", { document_id: id });
  const { data } = await asPatient.from("audit_log").select(
    "account_kind, action",
  ).eq("patient_id", patient.patientId).like("action", "document%");
  assertEquals(
    data?.map(({ account_kind, action }) => `${account_kind} ${action}`).sort(),
    ["doctor document_issued", "doctor document_read"],
  );
});

Deno.test("documents come only from a consultation that took place, not too long ago", async () => {
  const { patient, doctor } = await newConsultation();
  const asDoctor = await clientOf(doctor);
  const begin = async (appointment_id: string) =>
    await ask(asDoctor, "start_document", {
      id: crypto.randomUUID(),
      kind: "sick_leave",
      appointment_id,
    });
  const booked = await newAppointment(patient, doctor, 60);
  assertEquals(await begin(booked), "no_consultation");
  const old = await newAppointment(patient, doctor, -90);
  await complete(old, 31);
  assertEquals(await begin(old), "document_too_late");
});

Deno.test("nothing leaves within ten seconds, and a signature can be taken back until then", async () => {
  const { doctor, appointmentId } = await newConsultation();
  const asDoctor = await clientOf(doctor);
  const document_id = await newDraft(
    asDoctor,
    appointmentId,
    "prescription",
    paracetamol,
  );
  await ask(asDoctor, "issue_document", { document_id, version: 2 });
  await using own = openSql();
  const state = async (sql: ISql = own) => {
    const [row] = await sql`
      select state, issues_at is not null as signed,
        (select count(*)::int from public.document_deliveries as delivery where delivery.document_id = document.id) as deliveries
      from public.documents as document where id = ${document_id}`;
    return { ...row };
  };
  assertEquals(
    await undone(own, async (sql) => {
      await sql`select public.claim_documents(50)`;
      return await state(sql);
    }),
    { state: "draft", signed: true, deliveries: 0 },
  );
  assertEquals(
    await ask(asDoctor, "save_document_draft", {
      ...{ document_id, version: 2, content: { advice: "late" } },
    }),
    "document_issued",
  );
  await ask(asDoctor, "undo_document", { document_id });
  assertEquals(await state(), { state: "draft", signed: false, deliveries: 0 });
  assertEquals(await issue(asDoctor, document_id), "issued");
  assertEquals(
    await ask(asDoctor, "undo_document", { document_id }),
    "document_left",
  );
});

Deno.test("two tabs with one draft: the later one is told, and nothing is lost", async () => {
  const { doctor, appointmentId } = await newConsultation();
  const asDoctor = await clientOf(doctor);
  const document_id = await newDraft(
    asDoctor,
    appointmentId,
    "prescription",
    paracetamol,
  );
  const save = (version: number, advice: string) =>
    ask(asDoctor, "save_document_draft", {
      ...{ document_id, version, content: { ...paracetamol, advice } },
    });
  assertEquals(await save(2, "first tab"), 3);
  assertEquals(await save(2, "second tab"), "document_changed");
  const page = await ask(asDoctor, "document_page", { document_id });
  assertStringIncludes(JSON.stringify(page), "first tab");
});

Deno.test("numbers have no gaps, however many are issued at once", async () => {
  const { doctor, appointmentId } = await newConsultation();
  const asDoctor = await clientOf(doctor);
  const ids = await Promise.all(
    Array.from(
      { length: 6 },
      () => newDraft(asDoctor, appointmentId, "prescription", paracetamol),
    ),
  );
  await Promise.all(ids.map((id) => issue(asDoctor, id)));
  await using sql = openSql();
  const [row] = await sql`
    select max(number) = count(*) as complete, count(*) >= 6 as enough
    from public.documents where kind = 'prescription' and number is not null`;
  assertEquals({ ...row }, { complete: true, enough: true });
});

Deno.test("nothing issued is changed or deleted, by the superuser neither", async () => {
  const { id } = await newIssued("prescription", paracetamol);
  await using sql = openSql();
  for (
    const change of [
      sql`update public.documents set content = '{}' where id = ${id}`,
      sql`update public.documents set number = 9999 where id = ${id}`,
      sql`update public.documents set state = 'draft' where id = ${id}`,
      sql`delete from public.documents where id = ${id}`,
    ]
  ) {
    const refusal = await change.catch((error: Error) => error.message);
    assertStringIncludes(String(refusal), "never");
  }
});

Deno.test("what is incomplete, restricted or without a tariff is refused with its reason", async () => {
  const { doctor, appointmentId } = await newConsultation();
  const asDoctor = await clientOf(doctor);
  const refusal = async (kind: string, content: unknown) =>
    await issue(
      asDoctor,
      await newDraft(asDoctor, appointmentId, kind, content),
    );
  const medicine = (name: string) => ({
    lines: [{ ...paracetamol.lines[0], name }],
    advice: "",
  });
  assertEquals(
    await refusal("prescription", { lines: [] }),
    "document_incomplete",
  );
  assertEquals(
    await refusal("prescription", medicine(" ")),
    "document_incomplete",
  );
  for (const name of ["MORPHINE sulfate", "methadone", "Méthadone 10 mg"]) {
    assertEquals(
      await refusal("prescription", medicine(name)),
      "restricted_substance",
    );
  }
  const order = { analyses: ["NONE"], others: [] };
  assertEquals(await refusal("lab_order", order), "unknown_analysis");
  const note = (code: string) => ({
    lines: [{ code, quantity: 1 }],
    supplement_cents: 0,
    paid_cents: 0,
  });
  // In the catalogue of acts, and without a tariff.
  assertEquals(await refusal("fee_note", note("E10")), "act_without_tariff");
  assertEquals(await refusal("fee_note", note("C45")), "issued");
});

Deno.test("a sick leave that is long, begins far back or overlaps another one needs a reason", async () => {
  const { doctor, appointmentId } = await newConsultation();
  const asDoctor = await clientOf(doctor);
  const day = (days: number) =>
    Temporal.Now.plainDateISO("UTC").add({ days }).toString();
  const leave = async (from: number, to: number, reason = "") =>
    await issue(
      asDoctor,
      await newDraft(asDoctor, appointmentId, "sick_leave", {
        ...{ from: day(from), to: day(to), type: "initial", reason },
        ...{ diagnosis: "J06.9", outings: "free" },
      }),
    );
  assertEquals(await leave(3, 1), "document_incomplete");
  assertEquals(await leave(1, 40), "sick_leave_reason_missing");
  assertEquals(await leave(-5, 1), "sick_leave_reason_missing");
  assertEquals(await leave(1, 5), "issued");
  assertEquals(await leave(4, 8), "sick_leave_reason_missing");
  assertEquals(await leave(4, 8, "Rechute après reprise"), "issued");
});

Deno.test("how far back a sick leave begins is counted where the doctor works, where it may be another day than in UTC", async () => {
  const { doctor, appointmentId } = await newConsultation();
  const zone = Temporal.Now.zonedDateTimeISO("UTC").hour < 12
    ? "Etc/GMT+12"
    : "Etc/GMT-14";
  await using sql = openSql();
  await sql`update public.doctors set time_zone = ${zone} where id = ${doctor.id}`;
  const asDoctor = await clientOf(doctor);
  const begun = async (days: number) => {
    const day = Temporal.Now.plainDateISO(zone).subtract({ days }).toString();
    return await issue(
      asDoctor,
      await newDraft(asDoctor, appointmentId, "sick_leave", {
        ...{ from: day, to: day, type: "initial", reason: "" },
        ...{ diagnosis: "J06.9", outings: "free" },
      }),
    );
  };
  assertEquals(await begun(3), "sick_leave_reason_missing");
  assertEquals(await begun(2), "issued");
});

Deno.test("a correction voids the former document once it is issued, in public too", async () => {
  const { asDoctor, id } = await newIssued("prescription", paracetamol);
  const correction = String(
    await ask(asDoctor, "correct_document", {
      ...{ document_id: id, correction_id: crypto.randomUUID() },
    }),
  );
  await using sql = openSql();
  const verdict = async () => {
    const [row] = await sql`
      select code from public.documents where id = ${id}`;
    const answer = await ask(serviceClient(), "verify_document", {
      code: row?.code,
    });
    return answer;
  };
  const before = JSON.stringify(await verdict());
  assertStringIncludes(before, '"genuine"');
  await ask(asDoctor, "save_document_draft", {
    document_id: correction,
    version: 1,
    content: { ...paracetamol, advice: "Corrigé" },
  });
  assertEquals(await issue(asDoctor, correction), "issued");
  assertStringIncludes(JSON.stringify(await verdict()), '"corrected"');
});

Deno.test("the public learns nothing of the patient, and asks through our server only", async () => {
  const { patient, id } = await newIssued("prescription", paracetamol);
  await using sql = openSql();
  const [row] = await sql`select code from public.documents where id = ${id}`;
  const answer = await ask(serviceClient(), "verify_document", {
    code: row?.code,
  });
  const text = JSON.stringify(answer);
  for (const secret of [patient.lastName, patient.matricule, "Paracétamol"]) {
    assert(!text.includes(secret), secret);
  }
  assertEquals(
    await ask(serviceClient(), "verify_document", { code: "0".repeat(32) }),
    null,
  );
  const refused = await ask(await clientOf(patient), "verify_document", {
    code: row?.code,
  });
  assertStringIncludes(String(refused), "permission denied");
});

Deno.test("the patient chooses another pharmacy, and the former one is told", async () => {
  const { patient, id } = await newIssued("prescription", paracetamol);
  const [asPatient, asOther] = [
    await clientOf(patient),
    await clientOf(await newPatient()),
  ];
  await using sql = openSql();
  const pharmacies = await sql`
    select id from public.organisations where kind = 'pharmacy' order by name limit 2`;
  const [laboratory] = await sql`
    select id from public.organisations where kind = 'laboratory' limit 1`;
  const choose = (client: typeof asPatient, pharmacy_id: unknown) =>
    ask(client, "choose_pharmacy", { document_id: id, pharmacy_id });
  assertEquals(await choose(asOther, pharmacies[0]?.id), "not_found");
  assertEquals(await choose(asPatient, laboratory?.id), "not_a_pharmacy");
  await choose(asPatient, pharmacies[0]?.id);
  await choose(asPatient, pharmacies[0]?.id);
  await sql`
    update public.document_deliveries set state = 'sent', sent_at = now(), attempts = 1
    where document_id = ${id} and recipient = 'pharmacy'`;
  await choose(asPatient, pharmacies[1]?.id);
  const rows = await sql`
    select purpose, organisation_id from public.document_deliveries
    where document_id = ${id} and recipient = 'pharmacy' order by created_at, purpose`;
  assertEquals(
    rows.map(({ purpose, organisation_id }) => [purpose, organisation_id])
      .sort(),
    [
      ["copy", pharmacies[0]?.id],
      ["copy", pharmacies[1]?.id],
      ["withdrawn", pharmacies[0]?.id],
    ].sort(),
  );
});

Deno.test("a paid fee note goes to the CNS once, with the proof of this very note", async () => {
  const { patient, asDoctor, id } = await newIssued("fee_note", {
    ...{ lines: [{ code: "C45", quantity: 1 }] },
    ...{ supplement_cents: 0, paid_cents: 0 },
  });
  const asPatient = await clientOf(patient);
  const send = (client: typeof asPatient, path: string) =>
    ask(client, "send_fee_note_to_cns", {
      ...{ document_id: id, proof_path: path, proof_name: "payment.pdf" },
    });
  const proof = `${id}/payment-${"0".repeat(64)}.pdf`;
  assertEquals(await send(asDoctor, proof), "not_found");
  const other = proof.replace(id, crypto.randomUUID());
  for (const path of [other, `${id}/../x`, `${id}/payment.pdf`, ""]) {
    assertEquals(await send(asPatient, path), "not_found");
  }
  const first = await send(asPatient, proof);
  assertEquals(await send(asPatient, proof), first);
});

Deno.test("what was valid at one time is not valid twice", async () => {
  await using sql = openSql();
  const code = `X${Date.now() % 1_000_000}`;
  const add = (valid: string) =>
    sql`insert into public.tariffs (act_code, coefficient, letter, valid) values (${code}, 1.005, 'C', ${valid}::daterange)`
      .then(() => "taken", (error: { code: string }) => error.code);
  assertEquals(await add("[2020-01-01,2021-01-01)"), "taken");
  assertEquals(await add("[2021-01-01,)"), "taken");
  assertEquals(await add("[2024-01-01,2024-02-01)"), "23P01");
});

Deno.test("a tariff is coefficient times key letter, half a cent up", async () => {
  await using sql = openSql();
  const letter = `T${"ABCDEFGH"[Date.now() % 8]}${"ABCDEFGH"[Date.now() % 7]}`;
  await sql`
    insert into public.key_letters (letter, amount, valid) values (${letter}, 4.925000, '[2020-01-01,)')
    on conflict do nothing`;
  const code = `T${Date.now() % 1_000_000}`;
  await sql`
    insert into public.tariffs (act_code, coefficient, letter, valid) values (${code}, 0.6, ${letter}, '[2020-01-01,)')`;
  const [row] = await sql`
    select private.tariff_cents(${code}, '2026-01-01') as cents, private.tariff_cents(${code}, '2019-01-01') as none`;
  // 0.6 × 4.925 = 2.955; as floating point numbers it is 2.9549999….
  assertEquals({ ...row }, { cents: 296, none: null });
});

Deno.test("somebody else's delivery is not found, and not waited for", async () => {
  const { id, asDoctor } = await newIssued("prescription", paracetamol);
  const other = await clientOf(await newDoctor());
  await using sql = openSql();
  const [delivery] = await sql`
    select id from public.document_deliveries where document_id = ${id}`;
  const retry = (client: typeof other) =>
    ask(client, "retry_delivery", { delivery_id: delivery?.id });
  const refusal = "not_found";
  await sql.begin(async (held) => {
    await held`
      select from public.document_deliveries where id = ${delivery?.id} for update`;
    assertEquals(await deadline(retry(other), 3_000), refusal);
  });
  const unknown = { delivery_id: crypto.randomUUID() };
  assertEquals(await ask(other, "retry_delivery", unknown), refusal);
  assertEquals(await retry(asDoctor), null);
});
