import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { exportArchive } from "../../services/export/archive.ts";
import { sendFile, smallPdf } from "../attachments.ts";
import { askAs } from "../asking.ts";
import {
  complete,
  issue,
  newDraft,
  openPractice,
  paracetamol,
} from "../documents.ts";
import { house, newAddress, newBrowser } from "../house.ts";
import {
  clientOf,
  newAppointment,
  newDoctor,
  newGuardianship,
  newMatricule,
  newPatient,
  newRecord,
  openSql,
  serviceClient,
  startSession,
  type TestPerson,
} from "../people.ts";
import { newVisit, noViolations, signedIn } from "../visits.ts";
import { unzip } from "../zip.ts";

const decode = (bytes: Uint8Array | undefined) =>
  new TextDecoder().decode(bytes);

/** Presses the button as a browser does; the answer. */
async function download(person: TestPerson): Promise<Response> {
  const cookies: string[] = [];
  await startSession({
    addCookies: (all) => {
      cookies.push(...all.map(({ name, value }) => `${name}=${value}`));
      return Promise.resolve();
    },
  }, person);
  return await fetch(new URL("/fr/account/export", house().appUrl), {
    method: "POST",
    body: new URLSearchParams(),
    headers: {
      Cookie: cookies.join("; "),
      Origin: new URL(house().appUrl).origin,
      "X-Forwarded-For": newAddress(),
    },
    redirect: "manual",
  });
}

/** The files of somebody's ZIP, and its data. */
async function exported(person: TestPerson) {
  const answer = await download(person);
  assertEquals(answer.status, 200);
  assertEquals(answer.headers.get("Content-Type"), "application/zip");
  assertMatch(
    answer.headers.get("Content-Disposition") ?? "",
    /^attachment; filename="eConsult-\d{4}-\d\d-\d\d\.zip"$/,
  );
  const files = await unzip(await answer.bytes());
  const text = decode(files.get("data.json"));
  return {
    files,
    text,
    page: decode(files.get("index.html")),
    data: JSON.parse(text),
  };
}

let stories = 0;

/** A patient's consultation with an issued document, a message and a file in a thread; each says whose it is. */
async function newStory(
  patient: Pick<TestPerson, "patientId">,
  writer: TestPerson,
  doctor: TestPerson,
  mark: string,
) {
  await using sql = openSql();
  // One after the other: two at one time exclude each other.
  const appointment = await newAppointment(patient, doctor, -20 * ++stories);
  await complete(appointment);
  await sql`
    update public.appointments set symptoms = ${`symptoms ${mark}`}, booked_by = ${writer.id} where id = ${appointment}`;
  await sql`
    insert into public.appointment_answers (appointment_id, position, kind, question, answer)
    values (${appointment}, 1, 'text', 'Depuis quand ?', ${`answer ${mark}`})`;
  await sql`
    insert into public.patient_notes (doctor_id, patient_id, body)
    values (${doctor.id}, ${patient.patientId}, ${`note ${mark}`})`;
  const asDoctor = await clientOf(doctor);
  const document = await newDraft(asDoctor, appointment, "prescription", {
    ...paracetamol,
    advice: `advice ${mark}`,
  });
  assertEquals(await issue(asDoctor, document), "issued");
  const sum = "b".repeat(64);
  await sql`
    update public.documents set sha256 = ${sum}, file_bytes = ${smallPdf.length} where id = ${document}`;
  const service = serviceClient();
  const pdf = new Blob([smallPdf], { type: "application/pdf" });
  await service.storage.from("documents").upload(`${document}/${sum}.pdf`, pdf);
  const [thread] = await sql`
    select id from public.threads where patient_id = ${patient.patientId} and doctor_id = ${doctor.id}`;
  await sql`
    insert into public.messages (thread_id, author_id, body)
    values (${thread?.id}, ${doctor.id}, ${`message ${mark}`})`;
  const file = await sendFile(await clientOf(writer), thread?.id);
  await service.storage.from("attachments").upload(
    `${file}/${"a".repeat(64)}`,
    pdf,
  );
  const [row] = await sql`
    select format('O-%s-%s', year, lpad(number::text, 6, '0')) as number from public.documents where id = ${document}`;
  return { appointment, document, file, number: String(row?.number) };
}

Deno.test("the ZIP holds what a person may read, and nothing of another patient of the same doctor", async (t) => {
  const [anna, bruno] = [await newPatient(), await newPatient()];
  const doctor = await newDoctor();
  await openPractice(doctor);
  const marks = [crypto.randomUUID(), crypto.randomUUID()] as const;
  const hers = await newStory(anna, anna, doctor, marks[0]);
  const his = await newStory(bruno, bruno, doctor, marks[1]);
  const { files, text, page, data } = await exported(anna);

  await t.step("everything of theirs, under safe names", () => {
    assertEquals(
      [...files.keys()].sort(),
      [
        `attachments/${
          new Date().toISOString().slice(0, 10)
        } Résultats d’été.pdf`,
        "data.json",
        `documents/${hers.number}.pdf`,
        "index.html",
      ].sort(),
    );
    assertEquals(files.get(`documents/${hers.number}.pdf`), smallPdf);
    for (const what of ["symptoms", "answer", "advice", "message"]) {
      assertStringIncludes(text, `${what} ${marks[0]}`);
    }
    assertEquals(data.missing, []);
    assertEquals(data.account.email, anna.email);
    assertEquals(data.patients[0].matricule, anna.matricule);
    const [appointment] = data.patients[0].appointments;
    assertEquals(appointment.answers, [{
      question: "Depuis quand ?",
      answer: `answer ${marks[0]}`,
    }]);
    assertMatch(appointment.terms_accepted_at, /^\d{4}-\d\d-\d\dT/);
    assertStringIncludes(page, '<html lang="fr">');
    assertStringIncludes(page, `href="documents/${hers.number}.pdf"`);
    assertStringIncludes(page, `message ${marks[0]}`);
  });

  await t.step("nothing of the other patient", () => {
    for (
      const secret of [
        ...[marks[1], his.appointment, his.document, his.file, his.number],
        ...[bruno.id, bruno.patientId, bruno.matricule, bruno.email],
        bruno.lastName,
      ]
    ) {
      assert(!text.includes(secret), secret);
      assert(!page.includes(secret), secret);
    }
  });

  await t.step("nor the doctor's own notes, nor links and codes", () => {
    assert(!text.includes(`note ${marks[0]}`));
    assert(!text.includes("former_address"));
    assert(!text.includes("token"));
  });

  await t.step("an entry of the audit log says that it was made", async () => {
    const { data: log } = await (await clientOf(anna)).from("audit_log")
      .select("action, account_id").eq("action", "record_exported");
    assertEquals(log, [{ action: "record_exported", account_id: anna.id }]);
  });
});

Deno.test("a guardian's ZIP holds the dependant as far as they may read; a former guardian's does not", async (t) => {
  const [parent, other, former] = [
    await newPatient(),
    await newPatient(),
    await newPatient(),
  ];
  const child = {
    patientId: crypto.randomUUID(),
    matricule: newMatricule(2020),
    firstName: "Mia",
    lastName: `Enfant-${crypto.randomUUID().slice(0, 8)}`,
  };
  await newRecord(child);
  for (const one of [parent, other, former]) {
    await newGuardianship(one, child.patientId, "parent");
  }
  await using sql = openSql();
  await sql`
    update public.guardianships set since = now() - interval '2 days', until = now() - interval '1 day'
    where account_id = ${former.id} and patient_id = ${child.patientId}`;
  const doctor = await newDoctor();
  await openPractice(doctor);
  const mark = crypto.randomUUID();
  const story = await newStory(child, parent, doctor, mark);

  await t.step(
    "who booked reads the answers, another guardian not",
    async () => {
      const of = async (person: TestPerson) => {
        const { data, files, text } = await exported(person);
        const dependant = data.patients.find((one: { id: string }) =>
          one.id === child.patientId
        );
        return { dependant, files, text };
      };
      const [mine, theirs] = [await of(parent), await of(other)];
      assertStringIncludes(mine.text, `answer ${mark}`);
      assert(!theirs.text.includes(`answer ${mark}`));
      for (const { dependant, files, text } of [mine, theirs]) {
        assertEquals(dependant.own, false);
        assert(files.has(`documents/${story.number}.pdf`));
        assertStringIncludes(text, `message ${mark}`);
      }
      // Neither how the other is reached, nor what they have beside the child.
      for (
        const secret of [
          ...[parent.email, parent.phone, parent.matricule, parent.id],
        ]
      ) {
        assert(!theirs.text.includes(secret), secret);
      }
      for (const secret of [other.email, other.phone, other.id]) {
        assert(!mine.text.includes(secret), secret);
      }
    },
  );

  await t.step("of an ended guardianship only that it was", async () => {
    const { data, files, text } = await exported(former);
    assertEquals(data.patients.length, 1);
    assertEquals(data.former_guardianships.length, 1);
    assertEquals([...files.keys()].sort(), ["data.json", "index.html"]);
    for (
      const secret of [mark, child.lastName, child.patientId, child.matricule]
    ) assert(!text.includes(secret), secret);
  });
});

Deno.test("who has not typed the code, strangers and doctors get no export, and nobody gets many a day", async (t) => {
  const patient = await newPatient();
  const ask = async (client: Awaited<ReturnType<typeof clientOf>>) => {
    const { data, error } = await client.rpc("export_account");
    return error?.message ?? Object.keys(data).length > 5;
  };
  await t.step("after the password only", async () => {
    assertEquals(await ask(await clientOf(patient, "aal1")), "signed_out");
  });
  await t.step("a doctor", async () => {
    const doctor = await newDoctor();
    assertEquals(await ask(await clientOf(doctor)), "patients_only");
    const as = await askAs(doctor);
    assertEquals((await as("/fr/account/export", {})).status, 403);
    assert(!(await as("/fr/account")).html.includes("/account/export"));
  });
  await t.step("a visitor is led to sign in, and then back", async () => {
    const answer = await (await askAs(null))("/fr/account/export", {});
    assertMatch(answer.to ?? "", /sign-in\?next=%2Ffr%2Faccount%2Fexport/);
    const back = await (await askAs(patient))("/fr/account/export");
    assertEquals([back.status, back.to], [303, "/fr/account"]);
  });
  await t.step("five a day", async () => {
    const client = await clientOf(patient);
    for (let times = 0; times < 5; times++) {
      assertEquals(await ask(client), true);
    }
    assertEquals(await ask(client), "too_many_exports");
    const as = await askAs(patient);
    const { status, to } = await as("/fr/account/export", {});
    assertEquals(status, 303);
    const { html } = await as(to ?? "");
    assertStringIncludes(html, "plusieurs fois aujourd’hui");
  });
});

Deno.test("a file that Storage does not give is named as missing, and the ZIP is whole", async (t) => {
  const patient = await newPatient();
  const doctor = await newDoctor();
  await openPractice(doctor);
  const kept = await newStory(patient, patient, doctor, "kept");
  const lost = await newStory(patient, patient, doctor, "lost");
  await serviceClient().storage.from("documents")
    .remove([`${lost.document}/${"b".repeat(64)}.pdf`]);
  const { files, data, page } = await exported(patient);
  await t.step("in the data and on the page", () => {
    const path = `documents/${lost.number}.pdf`;
    assertEquals(data.missing, [{ path, id: lost.document }]);
    assertStringIncludes(page, "Fichiers manquants");
    assertMatch(page, new RegExp(`<li ?>${path}</li>`));
    assert(files.has(`documents/${kept.number}.pdf`));
  });
  await t.step("two files of one name are two", () => {
    assertEquals(
      [...files.keys()].filter((path) => path.startsWith("attachments/"))
        .length,
      2,
    );
  });
  await t.step("who breaks it off gets all of it the next time", async () => {
    const broken = await download(patient);
    const reader = broken.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    const again = await exported(patient);
    assertEquals([...again.files.keys()], [...files.keys()]);
  });
  await t.step("whatever the reason", async () => {
    const at = "2026-11-30T10:00:00+00:00";
    const file = (path: string, read: () => Promise<Blob>) => ({
      ...{ path, at, id: path },
      read,
    });
    const stream = exportArchive(
      {
        exported_at: at,
        account: { email: "a@b.example", phone: "+352621000000" },
        patients: [],
        notifications: [],
      },
      [
        file("documents/1.pdf", () => Promise.reject(new Error("down"))),
        file("documents/2.pdf", () => {
          throw new DOMException("too slow", "TimeoutError");
        }),
        file("documents/3.pdf", () => Promise.resolve(new Blob(["x"]))),
      ],
      "de",
    );
    const all = await unzip(await new Response(stream).bytes());
    assertEquals(decode(all.get("documents/3.pdf")), "x");
    assertEquals(
      JSON.parse(decode(all.get("data.json"))).missing.map((
        { path }: { path: string },
      ) => path),
      ["documents/1.pdf", "documents/2.pdf"],
    );
    assertStringIncludes(decode(all.get("index.html")), "Fehlende Dateien");
  });
});

Deno.test("a patient downloads the ZIP in a browser, without JavaScript too", async () => {
  await using browser = await newBrowser();
  const { patient } = await newVisit(browser, 600);
  for (const javaScriptEnabled of [true, false]) {
    const { context, page } = await signedIn(browser, patient, "/fr/account", {
      javaScriptEnabled,
    });
    if (javaScriptEnabled) await noViolations(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Télécharger mes données" }).click(),
    ]);
    assertMatch(
      download.suggestedFilename(),
      /^eConsult-\d{4}-\d\d-\d\d\.zip$/,
    );
    const files = await unzip(await Deno.readFile(await download.path()));
    const data = JSON.parse(decode(files.get("data.json")));
    assertEquals(data.patients[0].appointments.length, 1);
    await context.close();
  }
});
