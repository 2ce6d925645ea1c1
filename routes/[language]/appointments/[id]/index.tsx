import { page } from "fresh";
import { StateBadge } from "@/components/Badge.tsx";
import { AppointmentOutcome } from "@/components/booking/AppointmentOutcome.tsx";
import { BookingFacts } from "@/components/booking/BookingFacts.tsx";
import { ButtonLink } from "@/components/Button.tsx";
import { Notice } from "@/components/Notice.tsx";
import { define } from "@/define.ts";
import { can, isOver } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import { doctorName } from "@/domain/records.ts";
import { formatDate, formatDay, formatTimeWithZone } from "@/i18n/format.ts";
import { t } from "@/i18n/mod.ts";
import { readAppointment } from "@/services/appointments.ts";
import { requirePatient } from "@/services/guard.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePatient(ctx);
    const appointment = await readAppointment(person, ctx.params.id);
    const { language, texts: { booking } } = ctx.state;
    ctx.state.title = t(booking.appointmentTitle, {
      date: formatDate(
        appointment.starts_at,
        language,
        appointment.doctor.time_zone,
      ),
    });
    const booked = ctx.url.searchParams.get("booked") === "yes" &&
      appointment.state === "booked";
    return page({ appointment, booked });
  },
});

/** One appointment: its facts, the way to the waiting room, and what can still be changed. */
export default define.page<typeof handler>(
  function Appointment({ data: { appointment, booked }, state }) {
    const { language, title, texts: { booking: texts, frame } } = state;
    const { id, doctor, starts_at, ends_at, now } = appointment;
    const enter = can.enterWaitingRoom(appointment, now);
    return (
      <div class="stack column">
        {booked && (
          <Notice kind="success" title={texts.bookedTitle} announce>
            <p>{texts.bookedText}</p>
          </Notice>
        )}
        <div class="row row-spread">
          <h1>{title}</h1>
          <StateBadge state={appointment.state} texts={frame} />
        </div>
        <p class="lead">
          {t(texts.withDoctor, { doctor: doctorName(doctor) })}
        </p>
        <AppointmentOutcome
          appointment={appointment}
          language={language}
          texts={texts}
        />
        {!isOver(appointment) && (
          <div class="stack">
            <p>
              {enter ? texts.isOpen : t(texts.opensAt, {
                day: formatDay(
                  appointment.opens_at,
                  language,
                  doctor.time_zone,
                ),
                time: formatTimeWithZone(
                  appointment.opens_at,
                  language,
                  doctor.time_zone,
                ),
              })}
            </p>
            {enter && (
              <ButtonLink href={paths.waitingRoom(language, id)}>
                {appointment.state === "in_progress"
                  ? texts.backToCall
                  : texts.openWaitingRoom}
              </ButtonLink>
            )}
          </div>
        )}
        <BookingFacts
          doctor={doctor}
          startsAt={starts_at}
          endsAt={ends_at}
          spoken={appointment.language}
          language={language}
          texts={texts}
        />
        <section aria-labelledby="symptoms">
          <h2 id="symptoms">{texts.yourSymptoms}</h2>
          <p class="keep-lines">{appointment.symptoms || texts.noSymptoms}</p>
        </section>
        <div class="row no-print">
          {!isOver(appointment) && (
            <ButtonLink
              kind="secondary"
              icon="calendar"
              href={paths.calendarFile(language, id)}
            >
              {texts.addToCalendar}
            </ButtonLink>
          )}
          {can.cancel(appointment, now, "patient") && (
            <ButtonLink kind="quiet" href={paths.cancellation(language, id)}>
              {texts.cancelAppointment}
            </ButtonLink>
          )}
          {isOver(appointment) && (
            <ButtonLink
              kind="secondary"
              href={paths.doctor(language, doctor.slug)}
            >
              {texts.bookAgain}
            </ButtonLink>
          )}
        </div>
      </div>
    );
  },
);
