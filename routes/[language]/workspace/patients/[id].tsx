import { page } from "fresh";
import { Answers } from "@/components/practice/VisitReason.tsx";
import { DocumentList } from "@/components/documents/DocumentList.tsx";
import { FileHead } from "@/components/practice/FileHead.tsx";
import { StateBadge, stateLook } from "@/components/ui/Badge.tsx";
import { followedEntry, followedPart } from "@/components/ui/followed.ts";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { Icon } from "@/components/ui/Icon.tsx";
import { define } from "@/define.ts";
import { can } from "@/domain/appointment.ts";
import { localDate } from "@/domain/dates.ts";
import { paths } from "@/domain/paths.ts";
import { formatDay, formatStart, formatTime } from "@/i18n/format.ts";
import { t } from "@/i18n/mod.ts";
import { AppointmentNews } from "@/islands/AppointmentNews.tsx";
import { PatientNotes } from "@/islands/PatientNotes.tsx";
import { newsOf } from "@/services/appointments/news.ts";
import { listDocuments } from "@/services/documents/documents.ts";
import {
  readOutcome,
  redirectWithOutcome,
} from "@/services/http/form_outcome.ts";
import { readForm } from "@/services/http/form.ts";
import { requireDoctor } from "@/services/http/guard.ts";
import { isRefusal, withRefusal } from "@/services/http/refusal.ts";
import {
  readPatientFile,
  saveNotes,
} from "@/services/practice/patient_file.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requireDoctor(ctx);
    const file = await readPatientFile(person, ctx.params.id);
    const documents = await listDocuments(person, { patient: file.patient.id });
    const { first_name, last_name } = file.patient;
    ctx.state.title = t(ctx.state.texts.practice.fileTitle, {
      name: `${first_name} ${last_name}`,
    });
    ctx.state.layout = "workspace";
    const outcome = await readOutcome(ctx.req, person.id);
    return page({ file, documents, typed: outcome?.typed.notes });
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requireDoctor(ctx, form);
    const notes = String(form.get("notes") ?? "");
    const path = ctx.url.pathname;
    try {
      await saveNotes(person, ctx.params.id, notes);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const outcome = { typed: { notes } };
      return await redirectWithOutcome(
        ctx,
        withRefusal(path, error.key),
        outcome,
        person.id,
      );
    }
    return ctx.redirect(path, 303);
  },
});

/** A patient's file: record, appointments with this doctor, messages, and the doctor's own notes. */
export default define.page<typeof handler>(
  function File({ data: { file, documents, typed }, state }) {
    const { language, texts: { practice: texts, workspace, frame } } = state;
    const { patient, doctor, appointments, notes, thread_id } = file;
    const zone = doctor.time_zone;
    const [latest, ...earlier] = notes;
    const consulted = appointments.find(can.issueDocuments);
    return (
      <div class="page-grid">
        <div class="page-main stack stack-l">
          <FileHead
            file={file}
            language={language}
            texts={texts}
            workspace={workspace}
          />
          <section
            class="stack"
            aria-labelledby="appointments"
            {...followedPart("appointments")}
          >
            <h2 id="appointments">{texts.fileAppointments}</h2>
            <ol class="rows list-plain">
              {appointments.map((one) => (
                <li
                  key={one.id}
                  {...followedEntry(
                    one.id,
                    formatDay(one.starts_at, language, zone),
                    formatStart(one.starts_at, language, zone),
                    stateLook(one.state, frame).text,
                  )}
                >
                  <div>
                    <a
                      href={paths.workspace(
                        language,
                        localDate(one.starts_at, zone),
                      )}
                    >
                      {formatDay(one.starts_at, language, zone)},{" "}
                      {formatStart(one.starts_at, language, zone)}
                    </a>
                    {one.visit_reason && (
                      <p dir="auto">
                        {t(workspace.visitReason, {
                          reason: one.visit_reason,
                        })}
                      </p>
                    )}
                    {one.symptoms && (
                      <p class="soft" dir="auto">{one.symptoms}</p>
                    )}
                    <Answers answers={one.answers} texts={workspace} />
                    {one.state === "completed" && (
                      <a
                        class="text-link"
                        href={paths.appointment(language, one.id)}
                      >
                        <Icon name="chat" />
                        {state.texts.messages.said}
                      </a>
                    )}
                  </div>
                  <StateBadge state={one.state} texts={frame} />
                </li>
              ))}
            </ol>
          </section>
          <section class="stack" aria-labelledby="documents">
            <div class="section-head">
              <h2 id="documents">{state.texts.documents.doctorTitle}</h2>
              {consulted && (
                <ButtonLink
                  kind="secondary"
                  icon="document"
                  href={paths.appointmentDocuments(language, consulted.id)}
                >
                  {workspace.newDocument}
                </ButtonLink>
              )}
            </div>
            {documents.length === 0
              ? <p class="soft">{texts.noDocuments}</p>
              : (
                <DocumentList
                  documents={documents}
                  as="doctor"
                  language={language}
                  texts={state.texts.documents}
                />
              )}
          </section>
        </div>
        <aside class="page-aside page-aside-full stack stack-l">
          <section class="stack" aria-labelledby="thread">
            <h2 id="thread">{texts.fileThread}</h2>
            {thread_id
              ? (
                <ButtonLink
                  kind="secondary"
                  icon="chat"
                  href={paths.thread(language, thread_id)}
                >
                  {texts.fileThreadOpen}
                </ButtonLink>
              )
              : <p class="soft">{texts.noThread}</p>}
          </section>
          <PatientNotes
            patient={patient.id}
            body={latest?.body ?? ""}
            typed={typed}
            zone={zone}
            language={language}
            texts={texts}
          />
          {earlier.length > 0 && (
            <details>
              <summary>{texts.versions}</summary>
              <ol class="stack list-plain">
                {earlier.map((one) => (
                  <li key={one.id}>
                    <p class="soft">
                      {formatDay(one.saved_at, language, zone)},{" "}
                      {formatTime(one.saved_at, language, zone)}
                    </p>
                    <p class="file-quote">{one.body}</p>
                  </li>
                ))}
              </ol>
            </details>
          )}
          <p class="soft">{texts.auditNote}</p>
        </aside>
        <AppointmentNews {...newsOf(state)} />
      </div>
    );
  },
);
