import { page } from "fresh";
import { AppointmentOutcome } from "@/components/booking/AppointmentOutcome.tsx";
import { AppointmentTicket } from "@/components/booking/AppointmentTicket.tsx";
import { ChangeSection } from "@/components/booking/ChangeSection.tsx";
import { ConsultationMessages } from "@/components/messages/ConsultationMessages.tsx";
import { DoctorAppointment } from "@/components/practice/DoctorAppointment.tsx";
import { GuestIsTold } from "@/components/booking/GuestIsTold.tsx";
import { EarlierSlot } from "@/components/booking/EarlierSlot.tsx";
import { FeedbackForm } from "@/components/booking/FeedbackForm.tsx";
import { Preparation } from "@/components/booking/Preparation.tsx";
import { hoursOf } from "@/components/layout/helpdesk.ts";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { followedPart } from "@/components/ui/followed.ts";
import { HelpCard } from "@/components/ui/HelpCard.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { define } from "@/define.ts";
import { can, isOver } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import { doctorName } from "@/domain/records.ts";
import { env } from "@/env.ts";
import { t } from "@/i18n/mod.ts";
import { formatMoment } from "@/i18n/spoken.ts";
import { AppointmentNews } from "@/islands/AppointmentNews.tsx";
import { readAppointment } from "@/services/appointments/appointments.ts";
import { newsOf } from "@/services/appointments/news.ts";
import { helpdesk } from "@/services/helpdesk.ts";
import { readOutcome } from "@/services/http/form_outcome.ts";
import { requirePerson } from "@/services/http/guard.ts";
import { readConsultationMessages } from "@/services/threads/messages.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePerson(ctx);
    const appointment = await readAppointment(person, ctx.params.id);
    const { language, texts: { booking } } = ctx.state;
    const messages = await readConsultationMessages(person, appointment);
    const { starts_at, doctor } = appointment;
    const asDoctor = person.id === doctor.id;
    if (asDoctor) ctx.state.layout = "workspace";
    ctx.state.title = t(booking.appointmentWhen, {
      when: formatMoment(starts_at, language, doctor.time_zone),
    });
    const query = ctx.url.searchParams;
    const stands = appointment.state === "booked";
    const outcome = await readOutcome(ctx.req, person.id);
    return page({
      appointment,
      messages,
      asDoctor,
      booked: stands && query.get("booked") === "yes",
      moved: stands && query.get("moved") === "yes",
      thanks: query.get("feedback") === "given",
      feedback: outcome?.form === "feedback" ? outcome.typed : undefined,
    });
  },
});

/** One appointment: its ticket is the page; beside what was written, how to prepare and what can still be changed. */
export default define.page<typeof handler>(
  function Appointment({ data, state }) {
    const { appointment, messages, booked, moved, thanks, feedback } = data;
    const { language, texts } = state;
    const { booking, frame, moving } = texts;
    const { id, doctor } = appointment;
    const said = {
      appointment,
      messages,
      language,
      texts,
    };
    const news = <AppointmentNews {...newsOf(state)} />;
    if (data.asDoctor) {
      return (
        <>
          <DoctorAppointment {...said} />
          {news}
        </>
      );
    }
    return (
      <div class="page-main">
        <div class="page-main" {...followedPart("appointment")}>
          {booked && (
            <Notice kind="success" title={booking.bookedTitle} announce>
              <p>{booking.bookedText}</p>
            </Notice>
          )}
          {moved && (
            <Notice kind="success" title={moving.movedTitle} announce>
              <p>{moving.movedText}</p>
              <GuestIsTold guest={appointment.guest} texts={texts.guest} />
            </Notice>
          )}
          {thanks && (
            <Notice kind="success" title={moving.feedbackThanks} announce>
              <p>{moving.feedbackThanksText}</p>
            </Notice>
          )}
          <EarlierSlot
            appointment={appointment}
            language={language}
            texts={moving}
          />
          <AppointmentTicket
            appointment={appointment}
            heading
            address={env().PUBLIC_URL + paths.waitingRoom(language, id)}
            language={language}
            texts={texts}
          />
          <AppointmentOutcome
            appointment={appointment}
            language={language}
            texts={booking}
          />
        </div>
        <div class="page-grid">
          <div class="page-main">
            {appointment.asks_for_feedback && (
              <FeedbackForm
                id={id}
                given={feedback}
                language={language}
                texts={moving}
              />
            )}
            <ConsultationMessages {...said} me="patient" />
            <section class="section" aria-labelledby="symptoms">
              <h2 id="symptoms">{booking.yourSymptoms}</h2>
              <div class="panel panel-words">
                {appointment.visit_reason && (
                  <p dir="auto">
                    <strong>
                      {t(booking.visitReason, {
                        reason: appointment.visit_reason,
                      })}
                    </strong>
                  </p>
                )}
                <p class="keep-lines" dir="auto">
                  {appointment.symptoms || booking.noSymptoms}
                </p>
              </div>
            </section>
          </div>
          <aside
            class="page-aside page-aside-full no-print"
            aria-label={booking.prepareTitle}
            {...followedPart("aside")}
          >
            {!isOver(appointment) && <Preparation texts={booking} />}
            <div class="stack">
              <div class="row">
                {!isOver(appointment) && (
                  <>
                    <ButtonLink
                      kind="secondary"
                      icon="camera"
                      href={paths.equipment(language, id)}
                    >
                      {texts.connection.tryEquipment}
                    </ButtonLink>
                    <ButtonLink
                      kind="secondary"
                      icon="user"
                      href={paths.guestInvitation(language, id)}
                    >
                      {texts.guest.inviteLink}
                    </ButtonLink>
                  </>
                )}
                {appointment.thread_id && messages.length === 0 && (
                  <ButtonLink
                    kind="secondary"
                    icon="chat"
                    href={paths.thread(language, appointment.thread_id)}
                  >
                    {t(texts.messages.writeTo, {
                      name: doctorName(doctor, language),
                    })}
                  </ButtonLink>
                )}
                {can.issueDocuments(appointment) && (
                  <ButtonLink
                    kind="secondary"
                    icon="document"
                    href={paths.appointmentDocuments(language, id)}
                  >
                    {texts.documents.ofAppointment}
                  </ButtonLink>
                )}
              </div>
              <ChangeSection
                appointment={appointment}
                language={language}
                texts={texts}
              />
            </div>
            <HelpCard
              title={frame.question}
              text={hoursOf(helpdesk(), language, frame)}
              phone={helpdesk().phone}
            />
          </aside>
        </div>
        {news}
      </div>
    );
  },
);
