import { define } from "@/define.ts";
import { answer } from "@/services/api.ts";
import { takeStep } from "@/services/appointments.ts";

/** The patient takes the call. */
export const handler = define.handlers({
  POST: (ctx) =>
    answer(ctx, (person) => takeStep(person, "accept_call", ctx.params.id)),
});
