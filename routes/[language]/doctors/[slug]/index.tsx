import { HttpError, page } from "fresh";
import { CalendarHead } from "@/components/booking/CalendarHead.tsx";
import { EmptyWeek } from "@/components/booking/EmptyWeek.tsx";
import { weekDays } from "@/components/booking/week.ts";
import { WeekGrid } from "@/components/WeekGrid.tsx";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { doctorName } from "@/domain/records.ts";
import { env } from "@/env.ts";
import { languageNames, t } from "@/i18n/mod.ts";
import { WeekCalendar } from "@/islands/WeekCalendar.tsx";
import { dateFrom } from "@/services/api.ts";
import { readCalendar } from "@/services/appointments.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const day = dateFrom(ctx.url, "week");
    const calendar = await readCalendar(ctx.params.slug, day);
    if (calendar === null) throw new HttpError(404);
    ctx.state.title = t(ctx.state.texts.booking.calendarTitle, {
      doctor: doctorName(calendar.doctor),
    });
    return page({ calendar });
  },
});

/** A doctor's week. Who is signed in sees it change; for visitors it is plain HTML. */
export default define.page<typeof handler>(
  function Calendar({ data: { calendar }, state }) {
    const { language, person, texts: { booking: texts } } = state;
    const { doctor } = calendar;
    const days = weekDays(calendar, language);
    const empty = {
      title: calendar.next_free_at ? texts.emptyWeek : texts.emptyHorizon,
      others: { label: texts.allDoctors, href: paths.home(language) },
    };
    return (
      <div class="stack">
        <header class="stack stack-s">
          <h1>{doctorName(doctor)}</h1>
          <p class="lead">{doctor.specialty[language]}, {doctor.city}</p>
          <p class="soft">
            {texts.consultsIn}{" "}
            {doctor.languages.map((spoken) => languageNames[spoken]).join(", ")}
          </p>
        </header>
        <p>{t(texts.chooseSlot, { minutes: doctor.slot_minutes })}</p>
        <CalendarHead calendar={calendar} language={language} texts={texts} />
        {person
          ? (
            <WeekCalendar
              days={days}
              empty={empty}
              doctorId={doctor.id}
              source={paths.freeSlots(
                language,
                doctor.slug,
                calendar.first_day,
              )}
              access={{
                url: env().SUPABASE_URL,
                publishableKey: env().SUPABASE_PUBLISHABLE_KEY,
              }}
              texts={{
                morning: texts.morning,
                afternoon: texts.afternoon,
                evening: texts.evening,
                noSlots: texts.noSlots,
                slotGone: texts.slotGone,
                calendarCut: texts.calendarCut,
              }}
            />
          )
          : (
            <WeekGrid
              days={days}
              texts={texts}
              empty={<EmptyWeek {...empty} />}
            />
          )}
      </div>
    );
  },
);
