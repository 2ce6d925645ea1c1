import * as v from "valibot";
import { define } from "@/define.ts";
import { env } from "@/env.ts";
import { recordReport } from "@/services/delivery_report.ts";
import {
  isFromMailgun,
  MAILGUN_TOLERANCE,
  MailgunEvent,
  reportOf,
} from "@/services/mailgun_event.ts";
import { unwrap } from "@/services/problem.ts";
import { serviceClient } from "@/services/supabase.ts";

/** What Mailgun reports of an e-mail. 406 tells it not to try again. */
export const handler = define.handlers({
  async POST({ req }) {
    const event = v.safeParse(MailgunEvent, await req.json().catch(() => null));
    if (!event.success) return new Response(null, { status: 406 });
    if (!isFromMailgun(event.output, env().MAILGUN_WEBHOOK_SIGNING_KEY)) {
      return new Response(null, { status: 401 });
    }
    // A token is good once: what somebody recorded on the way changes nothing when it comes again.
    const first: boolean = unwrap(
      await serviceClient().rpc("take_attempt", {
        subject: `mailgun ${event.output.signature.token}`,
        allowed: 1,
        window_seconds: 2 * MAILGUN_TOLERANCE,
      }),
    );
    if (!first) return new Response(null, { status: 406 });
    const report = reportOf(event.output);
    if (report) await recordReport(report);
    return new Response(null, { status: 204 });
  },
});
