import { define } from "@/define.ts";
import { finishAttachment } from "@/services/attachments/send.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";

/** A file that was uploaded: it is checked and sent. */
export const handler = define.handlers({
  POST: (ctx) =>
    jsonHandler(
      ctx,
      (person) => finishAttachment(person, ctx.params.attachment),
    ),
});
