import { page } from "fresh";
import { WeekAgenda } from "@/components/practice/WeekAgenda.tsx";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { formatDate } from "@/i18n/format.ts";
import { AppointmentNews } from "@/islands/AppointmentNews.tsx";
import { newsOf } from "@/services/appointments/news.ts";
import { t } from "@/i18n/mod.ts";
import { requireDoctor } from "@/services/http/guard.ts";
import { dateFrom } from "@/services/http/json_handler.ts";
import { readWeek } from "@/services/practice/agenda.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requireDoctor(ctx);
    ctx.state.title = ctx.state.texts.practice.week;
    ctx.state.layout = "workspace";
    return page({ week: await readWeek(person, dateFrom(ctx.url, "day")) });
  },
});

/** The doctor's week: when they work, what is closed, who comes. */
export default define.page<typeof handler>(
  function Week({ data: { week }, state }) {
    const { language, texts: { practice: texts, frame } } = state;
    const monday = Temporal.PlainDate.from(week.first_day);
    return (
      <div class="stack">
        <div class="row row-spread">
          <h1>
            {t(texts.weekTitle, {
              date: formatDate(`${week.first_day}T12:00:00Z`, language),
            })}
          </h1>
          <nav class="row" aria-label={texts.week}>
            <ButtonLink
              kind="quiet"
              icon="arrow-left"
              iconOnly
              href={paths.week(
                language,
                monday.subtract({ days: 7 }).toString(),
              )}
            >
              {texts.previousWeek}
            </ButtonLink>
            <ButtonLink kind="quiet" href={paths.week(language)}>
              {texts.thisWeek}
            </ButtonLink>
            <ButtonLink
              kind="quiet"
              icon="arrow-right"
              iconOnly
              href={paths.week(language, monday.add({ days: 7 }).toString())}
            >
              {texts.nextWeek}
            </ButtonLink>
          </nav>
        </div>
        <WeekAgenda
          week={week}
          language={language}
          texts={texts}
          frame={frame}
        />
        <AppointmentNews {...newsOf(state)} />
      </div>
    );
  },
);
