import { HttpError } from "fresh";
import { weekDays } from "@/components/booking/week.ts";
import { define } from "@/define.ts";
import { isLanguage } from "@/i18n/mod.ts";
import { dateFrom } from "@/services/api.ts";
import { readCalendar } from "@/services/appointments.ts";

/** A week of a doctor's free slots, as the calendar shows it: the open calendar reads it again after a gap in the connection. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const week = dateFrom(ctx.url, "week");
    const calendar = await readCalendar(ctx.params.slug, week);
    if (calendar === null) throw new HttpError(404);
    const given = ctx.url.searchParams.get("language");
    const language = isLanguage(given) ? given : ctx.state.language;
    return Response.json(weekDays(calendar, language), {
      headers: { "Cache-Control": "no-store" },
    });
  },
});
