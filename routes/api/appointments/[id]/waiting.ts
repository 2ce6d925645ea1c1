import { define } from "@/define.ts";
import { answer } from "@/services/api.ts";
import { takeStep } from "@/services/appointments.ts";

/** The patient comes to the waiting room. */
export const handler = define.handlers({
  POST: (ctx) =>
    answer(
      ctx,
      (person) => takeStep(person, "enter_waiting_room", ctx.params.id),
    ),
});
