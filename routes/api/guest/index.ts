import * as v from "valibot";
import { define } from "@/define.ts";
import { visitActs } from "@/domain/guests.ts";
import { moveGuest, readGuestVisit } from "@/services/call/guest_visit.ts";
import { readJson } from "@/services/http/body.ts";
import { jsonAnswer } from "@/services/http/json_handler.ts";
import { Problem } from "@/services/http/problem.ts";

const Move = v.object({ act: v.picklist(visitActs) });

/** Where the guest of this browser stands; they ask to come in, or leave. Known by the invitation's cookie. */
export const handler = define.handlers({
  GET: (ctx) => jsonAnswer(() => visitOf(ctx.req)),
  POST: (ctx) =>
    jsonAnswer(async () => {
      const { act } = await readJson(ctx.req, Move);
      await moveGuest(ctx.req, act);
      return await visitOf(ctx.req);
    }),
});

async function visitOf(request: Request) {
  const visit = await readGuestVisit(request);
  if (visit === null) throw new Problem(404, "not_found");
  return visit;
}
