import { define } from "@/define.ts";
import { answer } from "@/services/api.ts";
import { readAppointment } from "@/services/appointments.ts";

/** Where an appointment stands: read again after a gap in the connection. */
export const handler = define.handlers({
  GET: (ctx) => answer(ctx, (person) => readAppointment(person, ctx.params.id)),
});
