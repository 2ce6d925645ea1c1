import Mailgun from "mailgun.js";
import { type Env, env } from "@/env.ts";
import { type Delivery, isFinal } from "./delivery.ts";

/** A file that travels with an e-mail. Bytes go as `File`: the library drops a bare `Uint8Array` without a word. */
export type Attachment = File;

/** One e-mail, to one person. */
export interface Mail {
  /** Bare address. */
  to: string;
  subject: string;
  text: string;
  html: string;
  attachments?: readonly Attachment[];
  /** The notification it carries: makes the Message-Id, and comes back with what Mailgun reports. */
  notificationId?: string;
  /** How long Mailgun may take, in milliseconds; 10 s unless said. */
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
      return { outcome: "sent", carrierId: bareId(id) };
    } catch (error) {
      return judge(error);
    }
  };
}

/** A Message-Id without its angle brackets, as Mailgun's reports carry it. */
function bareId(id: string): string {
  return id.replace(/^<|>$/g, "");
}

function parametersOf(
  { to, subject, text, html, attachments = [], notificationId }: Mail,
  { MAILGUN_DOMAIN, MAIL_FROM }: MailConfig,
) {
  return {
    from: MAIL_FROM,
    to,
    subject,
    text,
    html,
    ...(attachments.length > 0 ? { attachment: [...attachments] } : {}),
    "h:Reply-To": MAIL_FROM,
    // No holiday notice answers it (RFC 3834).
    "h:Auto-Submitted": "auto-generated",
    // Nobody counts who opened it, and it crosses no line in clear.
    "o:tracking": "no" as const,
    "o:require-tls": "yes" as const,
    ...(notificationId === undefined ? {} : {
      // The same at every try: a mailbox that gets both shows one (RFC 5322, 3.6.4).
      "h:Message-Id": `<${notificationId}@${MAILGUN_DOMAIN}>`,
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
