import { define } from "@/define.ts";
import { answer } from "@/services/api.ts";
import { takeStep } from "@/services/appointments.ts";

/** The doctor notes that the patient did not come. */
export const handler = define.handlers({
  POST: (ctx) =>
    answer(ctx, (person) => takeStep(person, "mark_no_show", ctx.params.id)),
});
