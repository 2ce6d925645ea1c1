import { define } from "@/define.ts";
import { env } from "@/env.ts";
import { guestTicket } from "@/services/call/guest_visit.ts";
import { jsonAnswer } from "@/services/http/json_handler.ts";

/** What an admitted guest needs to join the call, as long as they are. */
export const handler = define.handlers({
  GET: (ctx) => jsonAnswer(() => guestTicket(ctx.req, env())),
});
