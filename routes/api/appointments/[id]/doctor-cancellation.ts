import * as v from "valibot";
import { define } from "@/define.ts";
import { readJson } from "@/services/http/body.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";
import { cancelAsDoctor } from "@/services/practice/cancellations.ts";

const Reason = v.object({ reason: v.pipe(v.string(), v.maxLength(500)) });

/** The doctor cancels with a reason; the answer says what may be undone. */
export const handler = define.handlers({
  POST: (ctx) =>
    jsonHandler(ctx, async (person) => {
      const { reason } = await readJson(ctx.req, Reason);
      return await cancelAsDoctor(person, ctx.params.id, reason);
    }),
});
