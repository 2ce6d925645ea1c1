import { define } from "@/define.ts";
import { answer } from "@/services/api.ts";
import { takeStep } from "@/services/appointments.ts";

/** The doctor calls: it rings at the patient's. Deleting it stops the ringing. */
export const handler = define.handlers({
  PUT: (ctx) =>
    answer(ctx, (person) => takeStep(person, "call_patient", ctx.params.id)),
  DELETE: (ctx) =>
    answer(ctx, (person) => takeStep(person, "withdraw_call", ctx.params.id)),
});
