import { page } from "fresh";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { env } from "@/env.ts";
import { t } from "@/i18n/mod.ts";
import { Consultation } from "@/islands/Consultation.tsx";
import { readAppointment } from "@/services/appointments.ts";
import { requirePerson } from "@/services/guard.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePerson(ctx);
    const appointment = await readAppointment(person, ctx.params.id);
    const { language, texts } = ctx.state;
    if (person.id === appointment.patient.id) {
      return ctx.redirect(paths.waitingRoom(language, appointment.id));
    }
    const { first_name, last_name } = appointment.patient;
    ctx.state.title = t(texts.consultation.consultationWith, {
      name: `${first_name} ${last_name}`,
    });
    ctx.state.layout = "stage";
    return page({ appointment });
  },
});

/** The doctor's side of the call. */
export default define.page<typeof handler>(
  function ConsultationPage({ data: { appointment }, state }) {
    return (
      <Consultation
        appointment={appointment}
        access={{
          url: env().SUPABASE_URL,
          publishableKey: env().SUPABASE_PUBLISHABLE_KEY,
        }}
        language={state.language}
        texts={state.texts.consultation}
      />
    );
  },
);
