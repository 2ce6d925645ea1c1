import { page } from "fresh";
import { AppointmentList } from "@/components/booking/AppointmentList.tsx";
import { ButtonLink } from "@/components/Button.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import { define } from "@/define.ts";
import { isOver } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import { listAppointments } from "@/services/appointments.ts";
import { requirePatient } from "@/services/guard.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePatient(ctx);
    ctx.state.title = ctx.state.texts.booking.appointmentsTitle;
    const all = await listAppointments(person);
    const now = Date.now();
    const isComing = (entry: (typeof all)[number]) =>
      !isOver(entry) && Date.parse(entry.ends_at) + 4 * 3_600_000 > now;
    return page({
      coming: all.filter(isComing).reverse(),
      past: all.filter((entry) => !isComing(entry)),
    });
  },
});

/** My appointments: coming ones first, the next on top. */
export default define.page<typeof handler>(
  function Appointments({ data, state }) {
    const { language, texts: { booking: texts, frame } } = state;
    return (
      <div class="stack stack-l">
        <h1>{texts.appointmentsTitle}</h1>
        <section class="stack" aria-labelledby="coming">
          <h2 id="coming">{texts.coming}</h2>
          {data.coming.length === 0
            ? (
              <EmptyState
                icon="calendar"
                title={texts.noComing}
                action={
                  <ButtonLink href={paths.home(language)}>
                    {texts.findDoctor}
                  </ButtonLink>
                }
              />
            )
            : (
              <AppointmentList
                appointments={data.coming}
                language={language}
                texts={texts}
                frame={frame}
              />
            )}
        </section>
        <section class="stack" aria-labelledby="past">
          <h2 id="past">{texts.past}</h2>
          {data.past.length === 0 ? <p>{texts.noPast}</p> : (
            <AppointmentList
              appointments={data.past}
              language={language}
              texts={texts}
              frame={frame}
            />
          )}
        </section>
      </div>
    );
  },
);
