import { paths } from "@/domain/paths.ts";
import { type Env, env } from "@/env.ts";
import { type Delivery, isFinal } from "./delivery.ts";
import { describeFailure, failureOf, isForGood } from "./failure_codes.ts";
import { smsText } from "./sms_text.ts";
import { twilioClient, type TwilioConfig } from "./twilio_client.ts";

/** One SMS. */
export interface Sms {
  /** E.164. */
  to: string;
  /** Any characters; typography becomes plain. */
  text: string;
  /** The notification it carries: comes back with what Twilio reports. Direct messages (codes) have none. */
  notificationId?: string;
  /** How long Twilio may take, in milliseconds; 10 s by default. */
  timeLimit?: number;
}

/** Hands an SMS to Twilio; never throws. */
export type SendSms = (sms: Sms) => Promise<Delivery>;

type SmsConfig = TwilioConfig & Pick<Env, "PUBLIC_URL" | "TWILIO_FROM">;

/** Sends through the configured account. */
export const sendSms: SendSms = (sms) => smsSender(env())(sms);

/** How to send through an account of Twilio's. */
export function smsSender(config: SmsConfig): SendSms {
  return async ({ to, text, notificationId, timeLimit = 10_000 }) => {
    const { client, RestException } = await twilioClient(config, timeLimit);
    try {
      const message = await client.messages.create({
        to,
        ...sender(config.TWILIO_FROM),
        body: smsText(text),
        ...(notificationId === undefined
          ? {}
          : { statusCallback: statusCallback(config, notificationId) }),
      });
      return { outcome: "sent", providerMessageId: message.sid };
    } catch (error) {
      if (error instanceof RestException) {
        return judge(error.status, error.code);
      }
      return {
        outcome: "retry",
        reason: `twilio ${error instanceof Error ? error.name : "unknown"}`,
      };
    }
  };
}

/** Twilio's own words name the number: only its code is kept. */
function judge(status: number, code?: number): Delivery {
  const reason = describeFailure("twilio", status, code);
  const failure = failureOf("twilio", code);
  const final = failure ? isForGood(failure) : isFinal(status);
  return final
    ? { outcome: "refused", reason, cause: failure?.cause }
    : { outcome: "retry", reason };
}

/** So many of the last messages to a number are looked through. */
const LOOKED_THROUGH = 50;

/** How far Twilio's clock may be behind the database's, in milliseconds. */
const CLOCK_SKEW_MS = 30_000;

/**
 * Asks Twilio whether an SMS left since its first try; throws when it does not answer. `since` is an ISO instant: the
 * reminder of the day before has the same words as that of the hour before, and is another message.
 */
export type FindSms = (
  sms: Pick<Sms, "to" | "text"> & { since: string },
) => Promise<string | null>;

/** Asks the configured account. */
export const findSms: FindSms = (sms) => smsFinder(env())(sms);

/** How to ask an account of Twilio's for a message: its id, or null when none with this text left to this number. */
export function smsFinder(config: TwilioConfig): FindSms {
  return async ({ to, text, since }) => {
    const { client } = await twilioClient(config, 10_000);
    const sent = await client.messages.list({
      to,
      dateSentAfter: new Date(Date.parse(since) - CLOCK_SKEW_MS),
      limit: LOOKED_THROUGH,
    });
    // A trial account puts words of its own before ours.
    const found = sent.find(({ body, status }) =>
      body.endsWith(smsText(text)) && status !== "failed" &&
      status !== "undelivered"
    );
    return found?.sid ?? null;
  };
}

/** A messaging service (`MG…`) is another parameter than a number or a name. */
function sender(from: string) {
  return /^MG[0-9a-f]{32}$/.test(from)
    ? { messagingServiceSid: from }
    : { from };
}

/** Where Twilio reports; Twilio signs the URL with its query, so the id in it can be trusted. */
function statusCallback(
  { PUBLIC_URL }: Pick<Env, "PUBLIC_URL">,
  notificationId: string,
): string {
  return `${PUBLIC_URL}${paths.twilioHook()}?notification=${
    encodeURIComponent(notificationId)
  }`;
}
