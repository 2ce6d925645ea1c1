import { fullName } from "@/domain/names.ts";
import { page } from "fresh";
import { define } from "@/define.ts";
import { fileTexts } from "@/i18n/attachments.ts";
import { paths } from "@/domain/paths.ts";
import { thirdTexts } from "@/i18n/guests.ts";
import { env } from "@/env.ts";
import { hoursOf } from "@/components/layout/helpdesk.ts";
import { callDocumentTexts } from "@/i18n/document_names.ts";
import { t } from "@/i18n/mod.ts";
import { historyTexts } from "@/i18n/patient_history.ts";
import { texts as textsIn } from "@/i18n/texts.ts";
import { Consultation } from "@/islands/Consultation.tsx";
import { readAppointment } from "@/services/appointments/appointments.ts";
import { helpdesk } from "@/services/helpdesk.ts";
import { requirePerson } from "@/services/http/guard.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePerson(ctx);
    const appointment = await readAppointment(person, ctx.params.id);
    const { language, texts } = ctx.state;
    if (person.id !== appointment.doctor.id) {
      return ctx.redirect(paths.waitingRoom(language, appointment.id));
    }
    ctx.state.title = t(texts.consultation.consultationWith, {
      name: fullName(appointment.patient),
    });
    ctx.state.layout = "stage";
    return page({ appointment });
  },
});

/** The doctor's side of the call. */
export default define.page<typeof handler>(
  function ConsultationPage({ data: { appointment }, state }) {
    const { language, texts } = state;
    const spoken = textsIn(appointment.language).consultation;
    return (
      <Consultation
        appointment={appointment}
        access={{
          url: env().SUPABASE_URL,
          publishableKey: env().SUPABASE_PUBLISHABLE_KEY,
        }}
        jitsiUrl={env().JITSI_URL}
        helpdesk={{
          phone: helpdesk().phone,
          hours: hoursOf(helpdesk(), language, texts.frame),
        }}
        sentences={[
          spoken.readyLate,
          spoken.readySoon,
          spoken.readyEquipment,
        ]}
        language={language}
        texts={texts.consultation}
        connection={texts.connection}
        errors={texts.errors}
        files={fileTexts(texts)}
        third={thirdTexts(texts.guest)}
        documents={callDocumentTexts(texts.documents)}
        history={historyTexts(texts)}
      />
    );
  },
);
