import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { asId } from "@/services/appointments/appointments.ts";
import { giveFeedback } from "@/services/appointments/feedback.ts";
import { readForm } from "@/services/http/form.ts";
import { redirectWithOutcome } from "@/services/http/form_outcome.ts";
import { requirePatient } from "@/services/http/guard.ts";
import { Problem } from "@/services/http/problem.ts";

const questions = ["sound_and_picture", "solved", "again"] as const;

/** Where the three answers are sent after a consultation; the appointment's page thanks, or asks for what is missing. */
export const handler = define.handlers({
  GET: (ctx) => {
    const { language } = ctx.state;
    const id = asId(ctx.params.id);
    return ctx.redirect(paths.appointment(language, id), 303);
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requirePatient(ctx, form);
    const path = paths.appointment(ctx.state.language, asId(ctx.params.id));
    const typed = Object.fromEntries(
      questions.map((name) => [name, String(form.get(name) ?? "")]),
    );
    try {
      await giveFeedback(person, asId(ctx.params.id), {
        soundAndPicture: Number(typed.sound_and_picture),
        solved: Number(typed.solved),
        again: Number(typed.again),
      });
    } catch (error) {
      const incomplete = error instanceof Problem &&
        error.key === "feedback_incomplete";
      if (!incomplete) throw error;
      const outcome = { form: "feedback", typed };
      return await redirectWithOutcome(
        ctx,
        `${path}#feedback`,
        outcome,
        person.id,
      );
    }
    return ctx.redirect(`${path}?feedback=given`, 303);
  },
});
