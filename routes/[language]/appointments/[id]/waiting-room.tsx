import { stateTexts } from "@/i18n/states.ts";
import { page } from "fresh";
import { countdownOf } from "@/components/booking/AppointmentTicket.tsx";
import { ConsultationEnded } from "@/components/call/ConsultationEnded.tsx";
import { feedbackTexts } from "@/components/booking/FeedbackForm.tsx";
import { hoursOf } from "@/components/layout/helpdesk.ts";
import { Button, ButtonLink } from "@/components/ui/Button.tsx";
import { CountdownFigure } from "@/components/ui/CountdownFigure.tsx";
import { NotOpenYet } from "@/components/waiting-room/NotOpenYet.tsx";
import { TelephoneAsked } from "@/components/waiting-room/TelephoneInstead.tsx";
import { define } from "@/define.ts";
import { can, isOver, justEnded } from "@/domain/appointment.ts";
import { fileTexts } from "@/i18n/attachments.ts";
import { callDocumentTexts } from "@/i18n/document_names.ts";
import { paths } from "@/domain/paths.ts";
import { thirdTexts } from "@/i18n/guests.ts";
import { doctorName } from "@/domain/records.ts";
import { env } from "@/env.ts";
import { AutoOpenLink } from "@/islands/AutoOpenLink.tsx";
import { Countdown } from "@/islands/Countdown.tsx";
import { WaitingRoom } from "@/islands/WaitingRoom.tsx";
import {
  asId,
  readAppointment,
  transition,
} from "@/services/appointments/appointments.ts";
import { networkPlaces } from "@/services/call/places.ts";
import { helpdesk } from "@/services/helpdesk.ts";
import { pushKey } from "@/services/notifications/push.ts";
import { readForm } from "@/services/http/form.ts";
import { requirePatient, requirePerson } from "@/services/http/guard.ts";

const ASK_TELEPHONE = "ask_telephone";

/** What the form of a page without a script does. */
const acts = [ASK_TELEPHONE, "withdraw_telephone"] as const;

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePerson(ctx);
    const appointment = await readAppointment(person, ctx.params.id);
    const { language, texts } = ctx.state;
    if (person.id === appointment.doctor.id) {
      return ctx.redirect(paths.consultation(language, appointment.id));
    }
    ctx.state.title = texts.consultation.roomTitle;
    // What the doctor has just ended may be opened again, and its documents come: the patient's page follows both.
    const open = can.arrive(appointment, appointment.now) ||
      justEnded(appointment, appointment.now);
    if (open) ctx.state.layout = "stage";
    return page({ appointment, open });
  },
  /** Whoever cannot have video, not even JavaScript, asks to be telephoned, or takes that back. */
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requirePatient(ctx, form);
    const { id } = ctx.params;
    const act = acts.find((one) => one === form.get("act"));
    if (act) await transition(person, act, id);
    return ctx.redirect(paths.waitingRoom(ctx.state.language, asId(id)), 303);
  },
});

/** Before it opens: when it does. Then the waiting room, the call, and what became of it. */
export default define.page<typeof handler>(
  function WaitingRoomPage({ data: { appointment, open }, state }) {
    const {
      language,
      texts: {
        booking,
        connection,
        consultation,
        documents,
        errors,
        frame,
        moving,
        ticket,
      },
    } = state;
    const shared = {
      language,
      texts: consultation,
      ticket,
      feedback: feedbackTexts(moving),
      documents: callDocumentTexts(documents),
      states: stateTexts(frame),
      helpdesk: {
        phone: helpdesk().phone,
        hours: hoursOf(helpdesk(), language, frame),
      },
    };
    const { id, now, opens_at } = appointment;
    if (open) {
      return (
        <>
          {!isOver(appointment) && (
            <noscript>
              <p class="notice notice-warning">
                {consultation.noScript} {shared.helpdesk.phone}
              </p>
              <form method="post">
                {appointment.telephone === null
                  ? (
                    <>
                      <Button
                        kind="secondary"
                        icon="phone"
                        name="act"
                        value={ASK_TELEPHONE}
                      >
                        {connection.telephoneInstead}
                      </Button>
                      <p class="soft small">{connection.telephoneSentence}</p>
                    </>
                  )
                  : (
                    <TelephoneAsked
                      telephone={appointment.telephone}
                      doctor={doctorName(appointment.doctor, language)}
                      texts={connection}
                    />
                  )}
              </form>
            </noscript>
          )}
          <WaitingRoom
            {...shared}
            appointment={appointment}
            access={{
              url: env().SUPABASE_URL,
              publishableKey: env().SUPABASE_PUBLISHABLE_KEY,
            }}
            places={networkPlaces(env())}
            pushKey={pushKey()}
            errors={errors}
            connection={connection}
            files={fileTexts(state.texts)}
            third={thirdTexts(state.texts.guest)}
          />
        </>
      );
    }
    if (isOver(appointment) || Date.parse(now) > Date.parse(opens_at)) {
      const state = isOver(appointment) ? appointment.state : "no_show";
      return (
        <ConsultationEnded
          {...shared}
          record={{ ...appointment, state }}
          now={now}
        />
      );
    }
    return (
      <NotOpenYet
        {...shared}
        appointment={appointment}
        booking={booking}
        tryEquipment={connection.tryEquipment}
        countdown={
          <>
            <CountdownFigure {...countdownOf(appointment, language, ticket)} />
            <Countdown now={now} language={language} />
          </>
        }
        link={
          <>
            <AutoOpenLink
              id={id}
              after={Date.parse(opens_at) - Date.parse(now)}
              href={paths.waitingRoom(language, id)}
              label={consultation.openRoom}
            />
            <noscript>
              <ButtonLink
                kind="secondary"
                href={paths.waitingRoom(language, id)}
              >
                {consultation.reloadPage}
              </ButtonLink>
            </noscript>
          </>
        }
      />
    );
  },
);
