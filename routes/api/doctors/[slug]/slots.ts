import { HttpError } from "fresh";
import { weekDays } from "@/components/booking/week.ts";
import { define } from "@/define.ts";
import { isLanguage } from "@/i18n/mod.ts";
import { dateFrom } from "@/services/http/json_handler.ts";
import { asId, readCalendar } from "@/services/appointments/appointments.ts";
import { readMovingCalendar } from "@/services/appointments/moving.ts";
import { requirePatient } from "@/services/http/guard.ts";

/** A week of a doctor's free slots, as the calendar shows it, also while an appointment is moved: the open calendar reads it again after a gap in the connection. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const week = dateFrom(ctx.url, "week");
    const query = ctx.url.searchParams;
    const move = query.get("move") ?? undefined;
    const calendar = move === undefined
      ? await readCalendar(ctx.params.slug, week, query.get("reason"))
      : await readMovingCalendar(requirePatient(ctx), asId(move), week);
    if (calendar === null) throw new HttpError(404);
    const given = query.get("language");
    const language = isLanguage(given) ? given : ctx.state.language;
    return Response.json(weekDays(calendar, language, move), {
      headers: { "Cache-Control": "no-store" },
    });
  },
});
