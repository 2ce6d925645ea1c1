import Mailgun from "mailgun.js";
import * as v from "valibot";
import { type Env, env } from "@/env.ts";
import { type Delivery, isFinal } from "./delivery.ts";

/** One e-mail, to one person. */
export interface Mail {
  /** Bare address. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Bytes go as `File`: mailgun.js silently drops a bare `Uint8Array`. */
  attachments?: readonly File[];
  /** The notification it carries: makes the Message-Id, and comes back with what Mailgun reports. */
  notificationId?: string;
  /** How long Mailgun may take, in milliseconds; 10 s by default. */
  timeLimit?: number;
}

/** Hands an e-mail to Mailgun; never throws. */
export type SendMail = (mail: Mail) => Promise<Delivery>;

type MailConfig = Pick<
  Env,
  "MAILGUN_API_URL" | "MAILGUN_API_KEY" | "MAILGUN_DOMAIN" | "MAIL_FROM"
>;

/** Sends through the configured domain. */
export const sendMail: SendMail = (mail) => mailSender(env())(mail);

/** How to send through a domain of Mailgun's. */
export function mailSender(config: MailConfig): SendMail {
  return async (mail) => {
    const client = new Mailgun(FormData).client({
      username: "api",
      key: config.MAILGUN_API_KEY,
      url: config.MAILGUN_API_URL,
      timeout: mail.timeLimit ?? 10_000,
      useFetch: true,
    });
    try {
      const { id } = await client.messages.create(
        config.MAILGUN_DOMAIN,
        parametersOf(mail, config),
      );
      if (!id) return { outcome: "retry", reason: "mailgun gave no id" };
      return { outcome: "sent", providerMessageId: bareId(id) };
    } catch (error) {
      return judge(error);
    }
  };
}

/**
 * Asks Mailgun whether the e-mail of a notification left since its first try (an ISO instant): its Message-Id, or null.
 * Null too where the key may only send: then the Message-Id alone keeps a mailbox from showing it twice.
 * @throws when Mailgun does not answer
 */
export type FindMail = (
  mail: { notificationId: string; since: string },
) => Promise<string | null>;

/** Asks for the configured domain. */
export const findMail: FindMail = (mail) => mailFinder(env())(mail);

/** How far Mailgun's clock may be behind the database's, in seconds. */
const CLOCK_SKEW_S = 30;

/** What became of e-mails, as far as it is read (documentation.mailgun.com, Events). */
const Events = v.object({
  items: v.array(
    v.object({ event: v.string(), severity: v.optional(v.string()) }),
  ),
});

/** How to ask a domain of Mailgun's for an e-mail. mailgun.js warns on the console at each question of this kind. */
export function mailFinder(config: Omit<MailConfig, "MAIL_FROM">): FindMail {
  return async ({ notificationId, since }) => {
    const messageId = messageIdOf(notificationId, config);
    const { MAILGUN_API_URL, MAILGUN_API_KEY, MAILGUN_DOMAIN } = config;
    const query = new URLSearchParams({
      "message-id": messageId,
      begin: String(Math.floor(Date.parse(since) / 1000) - CLOCK_SKEW_S),
      ascending: "yes",
    });
    const url = new URL(
      `/v3/${MAILGUN_DOMAIN}/events?${query}`,
      MAILGUN_API_URL,
    );
    const response = await fetch(url, {
      headers: { Authorization: `Basic ${btoa(`api:${MAILGUN_API_KEY}`)}` },
      redirect: "error",
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) {
      await response.body?.cancel();
      // The key is one for sending only, or the domain has no such list.
      if ([401, 403, 404, 410].includes(response.status)) return null;
      throw new Error(`mailgun ${response.status}`);
    }
    const { items } = v.parse(Events, await response.json());
    // What failed for good is sent again: the report of that try says why.
    const failed = items.some(({ event, severity }) =>
      event === "rejected" || event === "failed" && severity === "permanent"
    );
    return items.length > 0 && !failed ? messageId : null;
  };
}

/** The same at every try: a mailbox that gets both shows one (RFC 5322, 3.6.4). */
function messageIdOf(
  notificationId: string,
  { MAILGUN_DOMAIN }: Pick<Env, "MAILGUN_DOMAIN">,
): string {
  return `${notificationId}@${MAILGUN_DOMAIN}`;
}

/** A Message-Id without its angle brackets, as Mailgun's reports carry it. */
function bareId(id: string): string {
  return id.replace(/^<|>$/g, "");
}

function parametersOf(
  { to, subject, text, html, attachments = [], notificationId }: Mail,
  config: MailConfig,
) {
  const { MAIL_FROM } = config;
  return {
    from: MAIL_FROM,
    to,
    subject,
    text,
    html,
    ...(attachments.length > 0 ? { attachment: [...attachments] } : {}),
    "h:Reply-To": MAIL_FROM,
    // Keeps out-of-office replies away (RFC 3834).
    "h:Auto-Submitted": "auto-generated",
    // No open or click tracking, and TLS only.
    "o:tracking": "no" as const,
    "o:require-tls": "yes" as const,
    ...(notificationId === undefined ? {} : {
      "h:Message-Id": `<${messageIdOf(notificationId, config)}>`,
      "h:X-Notification-Id": notificationId,
      "v:notification": notificationId,
    }),
  };
}

/** Mailgun's library gives time-outs and broken connections the status 400 with a system error's name. */
function judge(error: unknown): Delivery {
  if (
    !(error instanceof Error) || !("status" in error) ||
    typeof error.status !== "number"
  ) {
    return {
      outcome: "retry",
      reason: `mailgun ${error instanceof Error ? error.name : "unknown"}`,
    };
  }
  const broken = error.status === 400 && /^E[A-Z_]+$/.test(error.message);
  return {
    outcome: !broken && isFinal(error.status) ? "refused" : "retry",
    reason: `mailgun ${broken ? error.message : error.status}`,
  };
}
