import * as v from "valibot";
import { define } from "@/define.ts";
import { lengthOf, MESSAGE_MAX } from "@/domain/text.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";
import { readBody } from "@/services/http/body.ts";
import {
  markRead,
  readMessages,
  writeMessage,
} from "@/services/threads/messages.ts";
import { Problem } from "@/services/http/problem.ts";

/** The longest message in the longest characters, and its ids, in bytes. */
const LARGEST = 64 * 1024;

const NewMessage = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    id: v.pipe(v.string(), v.uuid()),
    appointment_id: v.nullable(v.pipe(v.string(), v.uuid())),
    body: v.pipe(
      v.string(),
      v.trim(),
      v.minLength(1),
      v.check((body) => lengthOf(body) <= MESSAGE_MAX),
      v.excludes("\0"),
    ),
  }),
);

/** A thread: its latest messages, a new one, and the mark that they were read. */
export const handler = define.handlers({
  GET: (ctx) =>
    jsonHandler(ctx, (person) => readMessages(person, ctx.params.id)),
  POST: (ctx) =>
    jsonHandler(ctx, async (person) => {
      const text = await (await readBody(ctx.req, LARGEST)).text();
      const message = v.safeParse(NewMessage, text);
      if (!message.success) throw new Problem(400, "bad_message");
      await writeMessage(person, ctx.params.id, message.output);
    }),
  PUT: (ctx) => jsonHandler(ctx, (person) => markRead(person, ctx.params.id)),
});
