import { HttpError } from "fresh";
import { define } from "@/define.ts";
import { languages } from "@/i18n/mod.ts";
import { agendaFeed } from "@/services/practice/agenda_feed.ts";

/** A doctor's agenda for calendar programs, which cannot sign in: the secret in the address is the key. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const language = languages.find((one) => one === ctx.params.language);
    const secret = ctx.params.file?.replace(/\.ics$/, "") ?? "";
    const calendar = language && await agendaFeed(secret, language);
    if (!calendar) throw new HttpError(404);
    return new Response(calendar, {
      headers: {
        "Content-Type": "text/calendar; charset=utf-8",
        "Cache-Control": "private, no-store",
        "X-Robots-Tag": "noindex",
        "Referrer-Policy": "no-referrer",
      },
    });
  },
});
