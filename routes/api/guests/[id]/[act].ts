import { define } from "@/define.ts";
import { guestActs } from "@/domain/guests.ts";
import { transitionGuest } from "@/services/call/guests.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";
import { Problem } from "@/services/http/problem.ts";

/** An act with a guest: the doctor admits, refuses or sends out; patient or doctor withdraw the invitation. */
export const handler = define.handlers({
  POST: (ctx) =>
    jsonHandler(ctx, async (person) => {
      const act = guestActs.find((one) => one === ctx.params.act);
      if (act === undefined) throw new Problem(404, "not_found");
      return { state: await transitionGuest(person, ctx.params.id, act) };
    }),
});
