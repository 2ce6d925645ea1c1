import { define } from "@/define.ts";
import { noteReopeningSeen } from "@/services/appointments/appointments.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";

/** The patient has the page in front of them that says it was opened again: they need no SMS and no e-mail about it. */
export const handler = define.handlers({
  POST: (ctx) =>
    jsonHandler(ctx, async (person) => {
      await noteReopeningSeen(person, ctx.params.id);
    }),
});
