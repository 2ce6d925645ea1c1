import * as v from "valibot";
import { define } from "@/define.ts";
import { savePushSubscription } from "@/services/appointments/push.ts";
import { readJson } from "@/services/http/body.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";

/** As `PushSubscription.toJSON()` gives it. */
const Subscription = v.object({
  endpoint: v.pipe(v.string(), v.maxLength(1_000)),
  keys: v.object({
    p256dh: v.pipe(v.string(), v.maxLength(100)),
    auth: v.pipe(v.string(), v.maxLength(40)),
  }),
});

/** A browser of the patient wants to be told of the call, also when the page is closed. */
export const handler = define.handlers({
  PUT: (ctx) =>
    jsonHandler(ctx, async (person) => {
      const subscription = await readJson(ctx.req, Subscription);
      await savePushSubscription(person, ctx.params.id, subscription);
    }),
});
