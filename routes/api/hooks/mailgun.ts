import * as v from "valibot";
import { define } from "@/define.ts";
import { env } from "@/env.ts";
import { readBody } from "@/services/http/body.ts";
import { recordReport } from "@/services/notifications/delivery_report.ts";
import {
  isFromMailgun,
  MailgunEvent,
  reportOf,
} from "@/services/notifications/mailgun_event.ts";
import { takeToken } from "@/services/notifications/mailgun_token.ts";

/** Larger than any event of Mailgun's, in bytes. */
const LARGEST = 200_000;

/** What Mailgun reports of an e-mail. 406 tells it not to try again. */
export const handler = define.handlers({
  async POST({ req }) {
    const body = await (await readBody(req, LARGEST)).text();
    const event = v.safeParse(MailgunEvent, parsed(body));
    if (!event.success) return new Response(null, { status: 406 });
    if (!isFromMailgun(event.output, env().MAILGUN_WEBHOOK_SIGNING_KEY)) {
      return new Response(null, { status: 401 });
    }
    if (!await takeToken(event.output)) {
      return new Response(null, { status: 406 });
    }
    const report = reportOf(event.output);
    if (report) await recordReport(report);
    return new Response(null, { status: 204 });
  },
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
