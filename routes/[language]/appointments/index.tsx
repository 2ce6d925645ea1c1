import { page } from "fresh";
import { AppointmentList } from "@/components/booking/AppointmentList.tsx";
import { AppointmentTicket } from "@/components/booking/AppointmentTicket.tsx";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { EmptyState } from "@/components/ui/EmptyState.tsx";
import { followedPart } from "@/components/ui/followed.ts";
import { define } from "@/define.ts";
import { isOver } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import { env } from "@/env.ts";
import { AppointmentNews } from "@/islands/AppointmentNews.tsx";
import { readDependants } from "@/services/accounts/dependants.ts";
import {
  listAppointments,
  readAppointment,
} from "@/services/appointments/appointments.ts";
import { newsOf } from "@/services/appointments/news.ts";
import { requirePatient } from "@/services/http/guard.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePatient(ctx);
    ctx.state.title = ctx.state.texts.booking.appointmentsTitle;
    const [all, dependants] = await Promise.all([
      listAppointments(person),
      readDependants(person),
    ]);
    const now = Date.now();
    const isComing = (entry: (typeof all)[number]) =>
      !isOver(entry) && Date.parse(entry.ends_at) + 4 * 3_600_000 > now;
    const [first, ...coming] = all.filter(isComing).reverse();
    return page({
      next: first ? await readAppointment(person, first.id) : null,
      coming,
      dependants,
      past: all.filter((entry) => !isComing(entry)),
    });
  },
});

/** My appointments: the next one large, then those that come, then those that were. */
export default define.page<typeof handler>(
  function Appointments({ data: { next, coming, dependants, past }, state }) {
    const { language, texts } = state;
    const { booking, frame, ticket } = texts;
    const now = new Date().toISOString();
    const list = { dependants, now, language, frame, ticket };
    return (
      <div class="page-main">
        <h1>{booking.appointmentsTitle}</h1>
        <section
          class="section"
          aria-labelledby="coming"
          {...followedPart("coming")}
        >
          <h2 id="coming">{booking.coming}</h2>
          {next
            ? (
              <AppointmentTicket
                appointment={next}
                address={env().PUBLIC_URL +
                  paths.waitingRoom(language, next.id)}
                link={paths.appointment(language, next.id)}
                language={language}
                texts={texts}
              />
            )
            : (
              <EmptyState
                drawing="empty-appointments"
                title={booking.noComing}
                action={
                  <ButtonLink href={paths.home(language)}>
                    {booking.findDoctor}
                  </ButtonLink>
                }
              >
                <p>{booking.listEmptyText}</p>
              </EmptyState>
            )}
          {coming.length > 0 && (
            <AppointmentList appointments={coming} {...list} />
          )}
        </section>
        <section
          class="section"
          aria-labelledby="past"
          {...followedPart("past")}
        >
          <h2 id="past">{booking.past}</h2>
          {past.length === 0
            ? <p>{booking.noPast}</p>
            : <AppointmentList appointments={past} {...list} />}
        </section>
        <AppointmentNews {...newsOf(state)} />
      </div>
    );
  },
);
