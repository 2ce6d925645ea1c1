import { page } from "fresh";
import {
  MoveRefused,
  otherSlotHelps,
} from "@/components/booking/MoveRefused.tsx";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { asId, readAppointment } from "@/services/appointments/appointments.ts";
import {
  moveAppointment,
  nearestForMove,
} from "@/services/appointments/moving.ts";
import { slotStart } from "@/services/appointments/open_calendar.ts";
import { readForm } from "@/services/http/form.ts";
import {
  readOutcome,
  redirectWithOutcome,
} from "@/services/http/form_outcome.ts";
import { requirePatient } from "@/services/http/guard.ts";
import { Problem } from "@/services/http/problem.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePatient(ctx);
    const { language, texts } = ctx.state;
    const appointment = await readAppointment(person, ctx.params.id);
    const outcome = await readOutcome(ctx.req, person.id);
    if (outcome?.failure === undefined) {
      const { id, doctor: { slug } } = appointment;
      return ctx.redirect(paths.doctor(language, slug, { move: id }), 303);
    }
    ctx.state.title = texts.frame.errorPrefix + texts.moving.moveTitle;
    const nearest = otherSlotHelps(outcome.failure)
      ? await nearestForMove(person, appointment, outcome.typed.start ?? "")
      : [];
    return page({ appointment, refusal: outcome.failure, nearest }, {
      status: 409,
    });
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requirePatient(ctx, form);
    const { language } = ctx.state;
    const id = asId(ctx.params.id);
    const time = slotStart(String(form.get("start") ?? ""));
    if (time === null) return ctx.redirect(paths.move(language, id), 303);
    const start = new Date(time).toISOString();
    try {
      await moveAppointment(person, id, start);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      // The page that says why not is another one: its reload moves nothing.
      const path = ctx.url.pathname;
      const typed = { start };
      const outcome = { typed, failure: error.key };
      return await redirectWithOutcome(ctx, path, outcome, person.id);
    }
    return ctx.redirect(`${paths.appointment(language, id)}?moved=yes`, 303);
  },
});

/** Moves an appointment; shown only when that was refused. */
export default define.page<typeof handler>(
  function Move({ data: { appointment, refusal, nearest }, state }) {
    return (
      <MoveRefused
        refusal={refusal}
        appointment={appointment}
        nearest={nearest}
        language={state.language}
        texts={state.texts}
      />
    );
  },
);
