import { HttpError } from "fresh";
import { weekDays } from "@/components/booking/week.ts";
import { define } from "@/define.ts";
import { dateFrom } from "@/services/api.ts";
import { readCalendar } from "@/services/appointments.ts";

/** A week of a doctor's free slots, as the calendar shows it: the open calendar reads it again after a gap in the connection. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const week = dateFrom(ctx.url, "week");
    const calendar = await readCalendar(ctx.params.slug, week);
    if (calendar === null) throw new HttpError(404);
    return Response.json(calendar, {
      headers: { "Cache-Control": "no-store" },
    });
  },
});
