import * as v from "valibot";
import { define } from "@/define.ts";
import { answer } from "@/services/api.ts";
import { readBody } from "@/services/body.ts";
import { markRead, readMessages, writeMessage } from "@/services/messages.ts";
import { Problem } from "@/services/problem.ts";

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
      v.maxLength(4000),
      v.excludes("\0"),
    ),
  }),
);

/** A thread: its latest messages, a new one, and the mark that they were read. */
export const handler = define.handlers({
  GET: (ctx) => answer(ctx, (person) => readMessages(person, ctx.params.id)),
  POST: (ctx) =>
    answer(ctx, async (person) => {
      const text = await (await readBody(ctx.req, LARGEST)).text();
      const message = v.safeParse(NewMessage, text);
      if (!message.success) throw new Problem(400, "bad_message");
      await writeMessage(person, ctx.params.id, message.output);
    }),
  PUT: (ctx) => answer(ctx, (person) => markRead(person, ctx.params.id)),
});
