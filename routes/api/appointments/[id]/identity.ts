import { define } from "@/define.ts";
import { asId, confirmIdentity } from "@/services/appointments/appointments.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";

/** The doctor has compared the patient with an identity document; the day stays open. */
export const handler = define.handlers({
  POST: (ctx) =>
    jsonHandler(ctx, async (person) => {
      await confirmIdentity(person, asId(ctx.params.id));
    }),
});
