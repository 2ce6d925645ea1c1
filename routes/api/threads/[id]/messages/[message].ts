import { define } from "@/define.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";
import { readMessage } from "@/services/threads/messages.ts";

/** One message: the channel of a thread names it, without its text. */
export const handler = define.handlers({
  GET: (ctx) =>
    jsonHandler(
      ctx,
      (person) => readMessage(person, ctx.params.id, ctx.params.message),
    ),
});
