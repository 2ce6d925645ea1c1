import type { RequestOptions } from "twilio/lib/base/RequestClient.js";
import { paths } from "@/domain/paths.ts";
import { type Env, env } from "@/env.ts";
import { type Delivery, isFinal } from "./delivery.ts";
import { toGsm } from "./gsm.ts";

/** One SMS. */
export interface Sms {
  /** E.164. */
  to: string;
  /** Any characters; it leaves in the alphabet of SMS. */
  text: string;
  /** The notification it carries: comes back with what Twilio reports. Direct messages (codes) have none. */
  notificationId?: string;
  /** How long Twilio may take, in milliseconds; 10 s unless said. */
  timeLimit?: number;
}

/** Hands an SMS to Twilio; never throws. */
export type SendSms = (sms: Sms) => Promise<Delivery>;

type SmsConfig = Pick<
  Env,
  | "PUBLIC_URL"
  | "TWILIO_API_URL"
  | "TWILIO_ACCOUNT_SID"
  | "TWILIO_AUTH_TOKEN"
  | "TWILIO_FROM"
>;

/** Sends through the configured account. */
export const sendSms: SendSms = (sms) => smsSender(env())(sms);

/** How to send through an account of Twilio's. */
export function smsSender(config: SmsConfig): SendSms {
  return async ({ to, text, notificationId, timeLimit = 10_000 }) => {
    // Loaded at the first SMS: it is large, and most requests send none.
    const { default: twilio } = await import("twilio");
    /** Twilio's own client may send twice after a time-out under Deno (denoland/deno#36786); fetch does not. */
    class FetchClient extends twilio.RequestClient {
      override request<T>(options: RequestOptions<T>) {
        return requestByFetch<T>(options, timeLimit);
      }
    }
    const client = twilio(
      config.TWILIO_ACCOUNT_SID,
      config.TWILIO_AUTH_TOKEN,
      { httpClient: new FetchClient() },
    );
    client.api.baseUrl = config.TWILIO_API_URL;
    try {
      const message = await client.messages.create({
        to,
        ...sender(config.TWILIO_FROM),
        body: toGsm(text),
        ...(notificationId === undefined
          ? {}
          : { statusCallback: statusCallback(config, notificationId) }),
      });
      return { outcome: "sent", carrierId: message.sid };
    } catch (error) {
      if (error instanceof twilio.RestException) {
        // Twilio's own words name the number: only its code is kept.
        const reason = `twilio ${error.status} ${error.code ?? ""}`.trim();
        return {
          outcome: isFinal(error.status) ? "refused" : "retry",
          reason,
        };
      }
      return {
        outcome: "retry",
        reason: `twilio ${error instanceof Error ? error.name : "unknown"}`,
      };
    }
  };
}

/** A messaging service (`MG…`) is another parameter than a number or a name. */
function sender(from: string) {
  return /^MG[0-9a-f]{32}$/.test(from)
    ? { messagingServiceSid: from }
    : { from };
}

/** Where Twilio reports; it signs the address with its query, so the id in it is as true as the rest. */
export function statusCallback(
  { PUBLIC_URL }: Pick<Env, "PUBLIC_URL">,
  notificationId: string,
): string {
  return `${PUBLIC_URL}${paths.twilioHook()}?notification=${
    encodeURIComponent(notificationId)
  }`;
}

async function requestByFetch<T>(
  { method, uri, username = "", password = "", headers, data }: RequestOptions<
    T
  >,
  timeLimit: number,
) {
  const response = await fetch(uri, {
    method: method.toUpperCase(),
    headers: {
      ...headers,
      Authorization: `Basic ${btoa(`${username}:${password}`)}`,
    },
    body: data ? new URLSearchParams(Object.entries<string>(data)) : undefined,
    redirect: "error",
    signal: AbortSignal.timeout(timeLimit),
  });
  // Twilio's library reads JSON from text itself, and copes with a page of HTML.
  const body: unknown = await response.text();
  return {
    statusCode: response.status,
    body: body as T, // the library's type for what it parses next
    headers: Object.fromEntries(response.headers),
  };
}
