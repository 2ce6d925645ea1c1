import { define } from "@/define.ts";
import { readUnread } from "@/services/auth/session.ts";
import { jsonHandler } from "@/services/http/json_handler.ts";
import { Problem } from "@/services/http/problem.ts";

/** How many messages the signed-in person has not read. */
export const handler = define.handlers({
  GET: (ctx) =>
    jsonHandler(ctx, async (person) => {
      const unread = await readUnread(person);
      if (unread === null) throw new Problem(401, "signed_out");
      return { unread };
    }),
});
