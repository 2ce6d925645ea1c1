import { define } from "@/define.ts";
import { REOPENING_TOLD_AFTER } from "@/domain/appointment.ts";
import { actFromPath } from "@/domain/transitions.ts";
import { asId, transition } from "@/services/appointments/appointments.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";
import { outboxChanged } from "@/services/notifications/outbox_signal.ts";
import { pushNews } from "@/services/notifications/push.ts";
import { Problem } from "@/services/http/problem.ts";

/** The database's clock need not run with ours. */
const MARGIN_MS = 500;

/** An act of patient or doctor with an appointment: arrive, leave, call, withdraw, accept, end, reopen, no-show, the telephone. */
export const handler = define.handlers({
  POST: (ctx) =>
    jsonHandler(ctx, async (person) => {
      const act = actFromPath(ctx.params.act);
      if (act === null) throw new Problem(404, "not_found");
      const state = await transition(person, act, ctx.params.id);
      // Not waited for: the open page rings at once.
      if (act === "call" && state === "calling") {
        void pushNews("call", asId(ctx.params.id));
      } else if (act === "reopen" && state === "in_progress") {
        void pushNews("reopened", asId(ctx.params.id));
        outboxChanged(REOPENING_TOLD_AFTER + MARGIN_MS);
      }
      return { state };
    }),
});
