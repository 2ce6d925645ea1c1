import { define } from "@/define.ts";
import { env } from "@/env.ts";
import { answer } from "@/services/api.ts";
import { readAppointment } from "@/services/appointments.ts";
import { callTicket } from "@/services/call_ticket.ts";

/** What one person needs to join this call, once its state allows it. */
export const handler = define.handlers({
  GET: (ctx) =>
    answer(ctx, async (person) => {
      const appointment = await readAppointment(person, ctx.params.id);
      return await callTicket(person, appointment, env());
    }),
});
