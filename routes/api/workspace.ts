import { define } from "@/define.ts";
import { answer, dateFrom } from "@/services/api.ts";
import { readDay } from "@/services/appointments.ts";

/** The doctor's day as data: the open workspace reads it again when something has changed. */
export const handler = define.handlers({
  GET: (ctx) =>
    answer(ctx, (person) => readDay(person, dateFrom(ctx.url, "day"))),
});
