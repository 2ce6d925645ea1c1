import * as v from "valibot";
import { define } from "@/define.ts";
import { openAttachments } from "@/services/attachments/open.ts";
import { beginAttachment } from "@/services/attachments/send.ts";
import { readJson } from "@/services/http/body.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";

const NewAttachment = v.object({
  id: v.pipe(v.string(), v.uuid()),
  appointment_id: v.nullable(v.pipe(v.string(), v.uuid())),
  name: v.pipe(v.string(), v.maxLength(1000)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** The files of a thread: a new one is begun, all that were sent in consultations are opened. */
export const handler = define.handlers({
  POST: (ctx) =>
    jsonHandler(
      ctx,
      async (person) =>
        await beginAttachment(
          person,
          ctx.params.id,
          await readJson(ctx.req, NewAttachment),
        ),
    ),
  PUT: (ctx) =>
    jsonHandler(ctx, (person) => openAttachments(person, ctx.params.id)),
});
