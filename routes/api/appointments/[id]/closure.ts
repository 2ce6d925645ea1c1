import { define } from "@/define.ts";
import { answer } from "@/services/api.ts";
import { takeStep } from "@/services/appointments.ts";

/** Either side ends the consultation. */
export const handler = define.handlers({
  POST: (ctx) =>
    answer(
      ctx,
      (person) => takeStep(person, "end_consultation", ctx.params.id),
    ),
});
