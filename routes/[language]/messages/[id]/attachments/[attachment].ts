import { define } from "@/define.ts";
import { openAttachment } from "@/services/attachments/open.ts";
import { requirePerson } from "@/services/http/guard.ts";

/** Opens a file of a thread: leads to an address in Storage that works for a minute. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePerson(ctx);
    const address = await openAttachment(person, ctx.params.attachment);
    // Not ctx.redirect(): the address is Storage's, and is taken as it is.
    return new Response(null, {
      status: 303,
      headers: { Location: address, "Cache-Control": "no-store" },
    });
  },
});
