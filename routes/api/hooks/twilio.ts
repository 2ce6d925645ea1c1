import twilio from "twilio";
import { define } from "@/define.ts";
import { env } from "@/env.ts";
import { readBody } from "@/services/http/body.ts";
import { recordReport } from "@/services/notifications/delivery_report.ts";
import { twilioReport } from "@/services/notifications/twilio_report.ts";

/** Larger than any report of Twilio's, in bytes. */
const LARGEST = 20_000;

/** What Twilio reports of an SMS: on its way, delivered, or not. */
export const handler = define.handlers({
  async POST({ req, url }) {
    const body = await (await readBody(req, LARGEST)).text();
    const form = new URLSearchParams(body);
    // Twilio sends each once; of two, its signature covers one and we might read the other.
    if (hasTwice(form) || hasTwice(url.searchParams)) {
      return new Response(null, { status: 400 });
    }
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

function hasTwice(parameters: URLSearchParams): boolean {
  const names = [...parameters.keys()];
  return new Set(names).size < names.length;
}
