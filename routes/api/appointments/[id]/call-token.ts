import { define } from "@/define.ts";
import { env } from "@/env.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";
import { readAppointment } from "@/services/appointments/appointments.ts";
import { callTicket } from "@/services/call/ticket.ts";

/** What one person needs to join this call, once its state allows it. */
export const handler = define.handlers({
  GET: (ctx) =>
    jsonHandler(ctx, async (person) => {
      const appointment = await readAppointment(person, ctx.params.id);
      return await callTicket(person, appointment, env());
    }),
});
