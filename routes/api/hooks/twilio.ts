import twilio from "twilio";
import { define } from "@/define.ts";
import { env } from "@/env.ts";
import { readBody } from "@/services/body.ts";
import { recordReport } from "@/services/delivery_report.ts";
import { twilioReport } from "@/services/twilio_report.ts";

/** Larger than any report of Twilio's, in bytes. */
const LARGEST = 20_000;

/** What Twilio reports of an SMS: on its way, delivered, or not. */
export const handler = define.handlers({
  async POST({ req, url }) {
    const body = await (await readBody(req, LARGEST)).text();
    const form = new URLSearchParams(body);
    const genuine = twilio.validateRequest(
      env().TWILIO_AUTH_TOKEN,
      req.headers.get("X-Twilio-Signature") ?? "",
      env().PUBLIC_URL + url.pathname + url.search,
      Object.fromEntries(form),
    );
    if (!genuine) return new Response(null, { status: 403 });
    const report = twilioReport(form, url.searchParams);
    if (report) await recordReport(report);
    return new Response(null, { status: 204 });
  },
});
