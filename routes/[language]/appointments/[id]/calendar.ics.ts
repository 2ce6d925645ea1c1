import { define } from "@/define.ts";
import { readAppointment } from "@/services/appointments/appointments.ts";
import { calendarFile } from "@/services/appointments/calendar_file.ts";
import { requirePatient } from "@/services/http/guard.ts";

/** The appointment as a calendar file: the same that the e-mail carries. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePatient(ctx);
    const appointment = await readAppointment(person, ctx.params.id);
    return new Response(calendarFile(appointment, ctx.state.language), {
      headers: {
        "Content-Type": "text/calendar; charset=utf-8",
        "Content-Disposition": 'attachment; filename="econsult.ics"',
      },
    });
  },
});
