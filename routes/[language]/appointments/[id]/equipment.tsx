import { page } from "fresh";
import { hoursOf } from "@/components/layout/helpdesk.ts";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { HelpCard } from "@/components/ui/HelpCard.tsx";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { env } from "@/env.ts";
import { EquipmentTry } from "@/islands/EquipmentTry.tsx";
import { readAppointment } from "@/services/appointments/appointments.ts";
import { networkPlaces } from "@/services/call/places.ts";
import { helpdesk } from "@/services/helpdesk.ts";
import { requirePatient } from "@/services/http/guard.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePatient(ctx);
    const { id } = await readAppointment(person, ctx.params.id);
    ctx.state.title = ctx.state.texts.connection.tryTitle;
    return page({ id });
  },
});

/** The equipment and the line, tried days before the appointment. */
export default define.page<typeof handler>(
  function Equipment({ data: { id }, state }) {
    const { language, texts: { connection, consultation, frame } } = state;
    return (
      <div class="page-main">
        <div class="section">
          <h1>{connection.tryTitle}</h1>
          <p class="lead">{connection.tryText}</p>
        </div>
        <noscript>
          <p class="notice notice-warning">{connection.tryScript}</p>
        </noscript>
        <EquipmentTry
          places={networkPlaces(env())}
          language={language}
          texts={consultation}
          connection={connection}
        />
        <div class="row">
          <ButtonLink kind="secondary" href={paths.appointment(language, id)}>
            {consultation.seeAppointment}
          </ButtonLink>
        </div>
        <HelpCard
          title={frame.question}
          text={hoursOf(helpdesk(), language, frame)}
          phone={helpdesk().phone}
        />
      </div>
    );
  },
);
