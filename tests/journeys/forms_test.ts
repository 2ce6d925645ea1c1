import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { askAs } from "../asking.ts";
import { newConsultation, newDraft, newIssued } from "../documents.ts";
import { clientOf, newAppointment, openSql } from "../people.ts";
import { trackedFiles } from "../tree.ts";

/** A form that is refused: where it is sent, its fields, and what the page says afterwards. */
type Refused = [path: string, form: Record<string, string>, says?: string];

const id = crypto.randomUUID();
const long = "x".repeat(20_001);
const token = "a".repeat(64);

const ofVisitors: Refused[] = [
  [`/fr/activation?token=${token}`, { password: "x" }, "plus valable"],
  ["/fr/activation", {}, "plus valable"],
  ["/fr/activation/link", { email: "x" }],
  [`/fr/activation/refusal?token=${token}`, {}],
  [`/fr/invitation?token=${token}`, { password: "x" }],
  ["/fr/invitation", {}, "plus valable"],
  ["/fr/password/forgotten", { email: "x" }],
  [`/fr/password/reset?token=${token}`, {}, "plus valable"],
  ["/fr/password/reset", {}, "plus valable"],
  ["/fr/password/new", { password: "x" }],
  ["/fr/sign-in", { form: "sign-in", identifier: "x" }],
  ["/fr/sign-in", { form: "sign-in", identifier: long }, "Erreur"],
  ["/fr/sign-in", { form: "sign-up", matricule: "1" }],
  ["/fr/sign-in/code", { code: "1" }],
  ["/fr/sign-in/link", { email: "x" }],
  ["/fr/account/export", {}],
  [`/fr/sign-up/code?id=${id}`, { id, code: "000000" }],
  [`/fr/sign-up/code?id=${id}`, { id, step: "resend" }],
  ["/fr/workspace", { intent: "undo" }],
  [`/fr/account/email/confirmation?token=${token}`, {}],
  [`/fr/guest?token=${token}`, {}, "plus valable"],
  ["/fr/guest", {}],
];

/** A doctor and a patient with a consultation that took place, one that comes, a draft and a fee note. */
async function newWorld() {
  const { patient, doctor, appointmentId: past } = await newConsultation();
  const coming = await newAppointment(patient, doctor, 600);
  const draft = await newDraft(
    await clientOf(doctor),
    past,
    "fee_note",
    {},
  );
  const feeNote = await newIssued("fee_note", {
    lines: [{ code: "C45", quantity: 1 }],
    supplement_cents: 0,
    paid_cents: 0,
  });
  await using sql = openSql();
  const [thread] = await sql`
    select id from public.threads
    where patient_id = ${patient.patientId} and doctor_id = ${doctor.id}`;
  return { patient, doctor, past, coming, draft, feeNote, thread: thread?.id };
}

type World = Awaited<ReturnType<typeof newWorld>>;

function ofPatients({ doctor, past, coming, thread }: World): Refused[] {
  const gone = new Date(Date.now() - 3_600_000).toISOString();
  const start = encodeURIComponent(gone);
  const booking = `/fr/doctors/${doctor.slug}/booking?step=2&start=${start}`;
  const accepted = `${booking}&terms=yes`;
  const asked = { id, language: "fr" };
  const cancel = (of: string) => `/fr/appointments/${of}/cancellation`;
  return [
    [booking, asked, "Cochez la case"],
    [accepted, { ...asked, symptoms: long }, "Raccourcissez le texte"],
    [accepted, asked],
    ["/fr/account", { form: "address", street: "" }],
    ["/fr/account", { form: "language", language: "xx" }],
    ["/fr/account/directory/pharmacy", { chosen: id }],
    ["/fr/account/email", { email: "x" }, "n’est pas complète"],
    [
      "/fr/account/email",
      { act: "resend", id, sendings: "1" },
      "n’attend plus",
    ],
    ["/fr/account/email", { act: "withdraw", id }],
    ["/fr/account/phone", { phone: "x" }, "Saisissez votre mot de passe"],
    ["/fr/account/phone/code", { id, code: "000000" }, "est terminé"],
    ["/fr/account/erasure", {}, "Cochez la case"],
    ["/fr/account/erasure", { act: "withdraw" }],
    [accepted, { ...asked, patient: id }],
    ["/fr/messages", { notice: "often" }],
    [`/fr/messages/${thread}`, { message: long }],
    [cancel(coming), { reason: long }, "Raccourcissez la raison"],
    [cancel(past), {}, "ne peut plus être annulé"],
    [`/fr/appointments/${past}/feedback`, {}, "Répondez"],
    [`/fr/appointments/${past}/move`, { start: gone }],
    [`/fr/appointments/${coming}/move`, { start: gone }],
    [`/fr/appointments/${coming}/waiting-list`, { from: "9", to: "8" }],
    [`/fr/appointments/${past}/waiting-room`, {}],
    [
      `/fr/appointments/${past}/waiting-room`,
      { act: "withdraw_telephone" },
      "Ce rendez-vous est terminé",
    ],
    [
      `/fr/appointments/${coming}/guest`,
      { name: "A", contact: "x" },
      "numéro de portable",
    ],
    [
      `/fr/appointments/${past}/guest`,
      { name: "A", contact: "a@b.example" },
      "ne peut plus",
    ],
  ];
}

function ofDoctors({ patient, past, coming, draft, thread }: World): Refused[] {
  const document = (page: string) => `/fr/documents/${draft}${page}`;
  const period = "/fr/workspace/cancellation";
  const hours = "/fr/workspace/availability";
  const wrongDay = { day: "2031-02-30" };
  return [
    [`/fr/messages/${thread}`, { form: "close" }],
    [`/fr/appointments/${coming}/cancellation`, {}, "raison"],
    [`/fr/appointments/${coming}/documents`, { id, kind: "fee_note" }],
    [`/fr/appointments/${past}/identity`, {}],
    [document(""), { act: "review", version: "99" }, "autre fenêtre"],
    [document(""), { version: "2", supplement: "abc" }, "Écrivez un montant"],
    [document("/issue"), { act: "sign", version: "99" }, "autre fenêtre"],
    [document("/issue"), { act: "undo" }],
    [document("/void"), { reason: "x" }],
    [document("/void"), { reason: long }, "Raccourcissez la raison"],
    [document("/correction"), {}],
    ["/fr/workspace", { intent: "free-now", minutes: "999" }],
    [period, { day: "2031-01-01" }, "raison"],
    [period, { day: "2031-01-01", reason: long }, "Raccourcissez la raison"],
    [period, { ...wrongDay, reason: "congé" }, "La fin doit être après"],
    [hours, { weekday: "1", starts: "9:00", ends: "", intent: "save" }],
    [hours, { weekday: "1", intent: "preview" }],
    [hours, { id, ...wrongDay, intent: "exception" }, "La fin doit être après"],
    [hours, { intent: "feed" }, "/api/agenda/fr/"],
    [`${hours}/reasons`, { intent: "save", id, name: "" }, "Donnez un nom"],
    [
      `/fr/workspace/patients/${patient.patientId}`,
      { notes: long },
      "20 000 caractères",
    ],
  ];
}

/** What a page's route matches, as `/fr/documents/…/void`. */
function patternOf(file: string): RegExp {
  const path = file.replace("routes/[language]", "")
    .replace(/(\/index)?\.tsx?$/, "").replace(/\[\w+\]/g, "[^/]+");
  return new RegExp(`^/fr${path}$`);
}

Deno.test("every page answers a form that it refuses by a redirect to a page that says so, which may be reloaded", async (t) => {
  const world = await newWorld();
  const { patient, doctor, feeNote } = world;
  const forms: [name: string, who: typeof patient | null, Refused[]][] = [
    ["visitor", null, ofVisitors],
    ["patient", patient, ofPatients(world)],
    ["doctor", doctor, ofDoctors(world)],
    ["patient with a fee note", feeNote.patient, [
      [`/fr/documents/${feeNote.id}/payment`, {}, "Joignez un fichier"],
      [`/fr/documents/${feeNote.id}/recipient`, { chosen: id }],
      [`/fr/documents/${feeNote.id}/forward`, {}, "Cochez la case"],
      [
        `/fr/documents/${feeNote.id}/forward`,
        { delivery: id, address: "a@b.example", confirmed: "yes" },
        "se transmettent ainsi",
      ],
    ]],
    ["doctor with a fee note", feeNote.doctor, [
      [`/fr/documents/${feeNote.id}/void`, {}, "raison"],
      [`/fr/documents/${feeNote.id}/delivery`, { delivery: id }],
      ["/fr/sign-out", {}],
    ]],
  ];
  for (const [name, who, refused] of forms) {
    const ask = await askAs(who);
    for (const [path, form, says] of refused) {
      await t.step(
        `${name}: ${path.slice(0, 60)} ${Object.keys(form)}`,
        async () => {
          const answer = await ask(path, form);
          // Somebody else's, or not there, has a page of its own.
          if (answer.status === 404) return assertEquals(says, undefined);
          assertEquals(answer.status, 303);
          if (says === undefined) return;
          for (let reloads = 0; reloads < 2; reloads++) {
            assertStringIncludes((await ask(answer.to ?? "/")).html, says);
          }
        },
      );
    }
  }
  await t.step("no page with a form was left out", async () => {
    const tried = forms.flatMap(([, , refused]) =>
      refused.map(([path]) => path.split("?")[0] ?? "")
    );
    const pages = (await trackedFiles()).filter(({ path, text }) =>
      path.startsWith("routes/[language]/") && /^ {2}POST: /m.test(text)
    );
    assert(pages.length > 20, "the pages were not found");
    assertEquals(
      pages.map(({ path }) => path).filter((path) =>
        !tried.some((one) => patternOf(path).test(one))
      ),
      [],
    );
  });
});
