import { define } from "@/define.ts";
import { dateFrom, jsonHandler } from "@/services/http/json_handler.ts";
import { readDay } from "@/services/appointments/appointments.ts";

/** The doctor's day as data: the open workspace reads it again when something has changed. */
export const handler = define.handlers({
  GET: (ctx) =>
    jsonHandler(ctx, (person) => readDay(person, dateFrom(ctx.url, "day"))),
});
