import { define } from "@/define.ts";
import { actFromPath } from "@/domain/transitions.ts";
import { asId, transition } from "@/services/appointments/appointments.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";
import { pushCall } from "@/services/notifications/push.ts";
import { Problem } from "@/services/http/problem.ts";

/** An act of patient or doctor with an appointment: arrive, leave, call, withdraw, accept, end, reopen, no-show. */
export const handler = define.handlers({
  POST: (ctx) =>
    jsonHandler(ctx, async (person) => {
      const act = actFromPath(ctx.params.act);
      if (act === null) throw new Problem(404, "not_found");
      const state = await transition(person, act, ctx.params.id);
      // Not waited for: the open page rings at once.
      if (act === "call" && state === "calling") {
        void pushCall(asId(ctx.params.id));
      }
      return { state };
    }),
});
