import { define } from "@/define.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";
import { readAppointment } from "@/services/appointments/appointments.ts";

/** Where an appointment stands: read again after a gap in the connection. */
export const handler = define.handlers({
  GET: (ctx) =>
    jsonHandler(ctx, (person) => readAppointment(person, ctx.params.id)),
});
