import { HttpError, page } from "fresh";
import { CalendarHead } from "@/components/booking/CalendarHead.tsx";
import { DoctorHead } from "@/components/booking/DoctorHead.tsx";
import { ReasonChoice } from "@/components/booking/ReasonChoice.tsx";
import { doctorPageMeta } from "@/components/booking/doctor_page.ts";
import { EmptyWeek, emptyWeekOf } from "@/components/booking/EmptyWeek.tsx";
import {
  type ChosenSlot,
  SlotTicket,
  type SlotTicketProps,
} from "@/components/booking/SlotTicket.tsx";
import { MovingNotice } from "@/components/booking/MovingNotice.tsx";
import { weekDays } from "@/components/booking/week.ts";
import { WeekGrid } from "@/components/booking/WeekGrid.tsx";
import { define } from "@/define.ts";
import { can } from "@/domain/appointment.ts";
import { paths } from "@/domain/paths.ts";
import { chosenReason } from "@/domain/reasons.ts";
import { doctorName } from "@/domain/records.ts";
import { env } from "@/env.ts";
import { t } from "@/i18n/mod.ts";
import { ChosenSlotTicket } from "@/islands/ChosenSlotTicket.tsx";
import { WeekCalendar } from "@/islands/WeekCalendar.tsx";
import {
  readAppointment,
  readCalendar,
} from "@/services/appointments/appointments.ts";
import { readMovingCalendar } from "@/services/appointments/moving.ts";
import { requirePatient } from "@/services/http/guard.ts";
import {
  openCalendar,
  slotStart,
} from "@/services/appointments/open_calendar.ts";
import { dateFrom } from "@/services/http/json_handler.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const { language, texts: { booking, frame, moving: texts }, person } =
      ctx.state;
    const query = ctx.url.searchParams;
    const start = slotStart(query.get("slot"));
    const week = dateFrom(ctx.url, "week");
    const move = query.get("move");
    const moving = move === null
      ? null
      : await readAppointment(requirePatient(ctx), move);
    if (moving !== null && !can.move(moving, moving.now)) {
      return ctx.redirect(paths.appointment(language, moving.id), 303);
    }
    const calendar = await openCalendar(
      (day) =>
        moving === null
          ? readCalendar(ctx.params.slug, day, query.get("reason"))
          : readMovingCalendar(requirePatient(ctx), moving.id, day),
      week,
      start,
    );
    if (calendar === null) throw new HttpError(404);
    if (person?.kind === "doctor" && start !== null) throw new HttpError(403);
    const isFree = calendar.slots.some((slot) => Date.parse(slot) === start);
    const chosen: ChosenSlot | null = start === null
      ? null
      : { start: new Date(start).toISOString(), gone: !isFree };
    const termsMissing = isFree && query.get("missing") === "terms";
    const meta = doctorPageMeta(calendar, language, booking);
    const title = moving === null ? meta.title : texts.moveTitle;
    ctx.state.title = (termsMissing ? frame.errorPrefix : "") + title;
    // A chosen slot is nobody else's page.
    ctx.state.isPublic = start === null && moving === null;
    ctx.state.description = meta.description;
    const now = new Date().toISOString();
    return page({ calendar, chosen, termsMissing, now, moving });
  },
});

/**
 * A doctor's public page: who they are, what they are consulted for, a week of free slots, and beside it the chosen one.
 * Who is signed in sees it change; for visitors it is plain HTML.
 */
export default define.page<typeof handler>(
  function Calendar({ data, state }) {
    const { calendar, chosen, termsMissing, now, moving } = data;
    const { language, person } = state;
    const { booking: texts, frame, ticket, moving: movingTexts } = state.texts;
    const { doctor } = calendar;
    const days = weekDays(calendar, language, moving?.id);
    const empty = emptyWeekOf(calendar, language, texts, now, moving?.id);
    const gridTexts = {
      morning: texts.morning,
      afternoon: texts.afternoon,
      evening: texts.evening,
      noSlots: texts.noSlots,
      moreSlots_one: texts.moreSlots_one,
      moreSlots_other: texts.moreSlots_other,
    };
    const ticketProps: Omit<SlotTicketProps, "chosen"> = {
      doctor,
      minutes: calendar.minutes,
      reason: chosenReason(calendar),
      now,
      termsMissing,
      moving: moving
        ? {
          id: moving.id,
          startsAt: moving.starts_at,
          guest: moving.guest,
          texts: {
            notMoved: movingTexts.notMoved,
            insteadOf: movingTexts.insteadOf,
            moveConfirm: movingTexts.moveConfirm,
            moveNext: movingTexts.moveNext,
            alsoTold: state.texts.guest.alsoTold,
          },
        }
        : undefined,
      language,
      texts: {
        acceptTerms: texts.acceptTerms,
        acceptTermsError: texts.acceptTermsError,
        readTerms: texts.readTerms,
        confirmSlot: texts.confirmSlot,
        confirmSlotNext: texts.confirmSlotNext,
        visitReason: texts.visitReason,
        slotTakenTitle: texts.slotTakenTitle,
        slotGoneChoose: texts.slotGoneChoose,
        problem: frame.problem,
        ticket,
      },
    };
    return (
      <div class="page-grid">
        <div class="page-main">
          <DoctorHead doctor={doctor} language={language} texts={texts} />
          {moving && (
            <MovingNotice
              appointment={moving}
              now={now}
              language={language}
              forDependant={ticket.forDependant}
              texts={movingTexts}
            />
          )}
          <ReasonChoice
            calendar={calendar}
            start={chosen?.start ?? null}
            language={language}
            texts={texts}
          />
          <section
            aria-label={t(texts.calendarTitle, {
              doctor: doctorName(doctor, language),
            })}
          >
            <CalendarHead
              calendar={calendar}
              move={moving?.id}
              language={language}
              texts={texts}
            />
            {person
              ? (
                <WeekCalendar
                  days={days}
                  empty={empty}
                  chosen={chosen}
                  language={language}
                  doctorId={doctor.id}
                  source={paths.freeSlots(
                    language,
                    doctor.slug,
                    {
                      week: calendar.first_day,
                      reason: calendar.reason_id,
                      move: moving?.id,
                    },
                  )}
                  minutes={calendar.minutes}
                  access={{
                    url: env().SUPABASE_URL,
                    publishableKey: env().SUPABASE_PUBLISHABLE_KEY,
                  }}
                  texts={{
                    ...gridTexts,
                    slotGone: texts.slotGone,
                    calendarCut: texts.calendarCut,
                  }}
                />
              )
              : (
                <WeekGrid
                  days={days}
                  chosen={chosen?.start}
                  language={language}
                  texts={gridTexts}
                  empty={<EmptyWeek {...empty} />}
                />
              )}
          </section>
        </div>
        <aside
          class={chosen ? "page-aside ticket-sheet" : "page-aside"}
          id="ticket"
          aria-label={ticket.chosenSlot}
        >
          {person
            ? <ChosenSlotTicket {...ticketProps} chosen={chosen} />
            : <SlotTicket {...ticketProps} chosen={chosen} />}
        </aside>
      </div>
    );
  },
);
