import { HttpError, page } from "fresh";
import { DocumentList } from "@/components/documents/DocumentList.tsx";
import { Button } from "@/components/ui/Button.tsx";
import { EmptyState } from "@/components/ui/EmptyState.tsx";
import { define } from "@/define.ts";
import { documentKinds, isDocumentKind } from "@/domain/documents.ts";
import { paths } from "@/domain/paths.ts";
import { kindName } from "@/i18n/document_names.ts";
import { readAppointment } from "@/services/appointments/appointments.ts";
import {
  listDocuments,
  startDocument,
} from "@/services/documents/documents.ts";
import { readForm } from "@/services/http/form.ts";
import { requireDoctor, requirePerson } from "@/services/http/guard.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePerson(ctx);
    const appointment = await readAppointment(person, ctx.params.id);
    const documents = await listDocuments(person, {
      appointment: appointment.id,
    });
    ctx.state.title = ctx.state.texts.documents.ofAppointment;
    // Chosen here, so that a form sent twice begins one draft.
    const drafts = documentKinds.map((kind) => ({
      kind,
      id: crypto.randomUUID(),
    }));
    const as = person.kind === "doctor"
      ? "doctor" as const
      : "patient" as const;
    return page({ appointment, documents, drafts, as });
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requireDoctor(ctx, form);
    const kind = form.get("kind");
    if (!isDocumentKind(kind)) throw new HttpError(400);
    const id = await startDocument(
      person,
      String(form.get("id")),
      kind,
      ctx.params.id,
    );
    return ctx.redirect(paths.document(ctx.state.language, id), 303);
  },
});

/** The documents of one consultation; the doctor begins new ones here. */
export default define.page<typeof handler>(
  function AppointmentDocuments({ data, state }) {
    const { language, title, texts: { documents: texts } } = state;
    const { appointment: { patient }, documents, drafts, as } = data;
    return (
      <div class="page-main">
        <h1>{title}</h1>
        {as === "doctor" && (
          <section class="section" aria-labelledby="new">
            <p class="lead" dir="auto">
              {patient.first_name} {patient.last_name}
            </p>
            <h2 id="new">{texts.new}</h2>
            <div class="row">
              {drafts.map(({ kind, id }) => (
                <form key={kind} method="post">
                  <input type="hidden" name="id" value={id} />
                  <Button kind="secondary" name="kind" value={kind}>
                    {kindName(kind, texts)}
                  </Button>
                </form>
              ))}
            </div>
          </section>
        )}
        {documents.length === 0
          ? (
            <EmptyState icon="document" title={texts.none}>
              <p>{as === "doctor" ? texts.doctorNoneText : texts.noneText}</p>
            </EmptyState>
          )
          : <DocumentList {...{ documents, as, language, texts }} />}
      </div>
    );
  },
);
