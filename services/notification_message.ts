import type { ActivationType } from "@/domain/paths.ts";
import { type Env, env } from "@/env.ts";
import { accountExistsMail, activationMail } from "./messages/accounts.ts";
import { appointmentMail, appointmentSms } from "./messages/appointments.ts";
import { cancellationMail, cancellationSms } from "./messages/cancellation.ts";
import { type Claimed, fullName } from "./messages/claimed.ts";
import type { FreeDoctor, Letterhead, MailDraft } from "./messages/types.ts";

/** What a message needs that the claimed row does not hold; asked for only where it is needed. */
export interface MessageSources {
  /** A fresh single-use link for the account's address. */
  activationLink(
    email: string,
  ): Promise<{ token: string; type: ActivationType }>;
  /** Doctors who can be seen at once, for who was cancelled on. */
  freeDoctors(): Promise<readonly FreeDoctor[]>;
}

/** A written notification. */
export type Message =
  | { readonly channel: "sms"; readonly text: string }
  | { readonly channel: "email"; readonly mail: MailDraft };

/** What all messages of this installation share, from the configuration. */
export function letterhead(
  config: Pick<
    Env,
    "PUBLIC_URL" | "MAIL_FROM" | "HELPDESK_PHONE" | "HELPDESK_EMAIL"
  > = env(),
): Letterhead {
  return {
    publicUrl: config.PUBLIC_URL,
    mailFrom: config.MAIL_FROM,
    helpdesk: { phone: config.HELPDESK_PHONE, email: config.HELPDESK_EMAIL },
  };
}

/** Writes a notification in its person's language. */
export async function notificationMessage(
  notification: Claimed,
  sources: MessageSources,
  head: Letterhead,
): Promise<Message> {
  return notification.channel === "sms"
    ? { channel: "sms", text: smsOf(notification, head) }
    : { channel: "email", mail: await mailOf(notification, sources, head) };
}

function smsOf(notification: Claimed, head: Letterhead): string {
  switch (notification.kind) {
    case "appointment_confirmation":
      return appointmentSms("confirmation", notification, head);
    case "appointment_reminder":
      return appointmentSms("reminder", notification, head);
    case "appointment_cancellation":
      return cancellationSms(notification, head);
    case "account_activation":
    case "account_exists":
      throw new TypeError(`${notification.kind} is told by e-mail only`);
  }
}

async function mailOf(
  notification: Claimed,
  sources: MessageSources,
  head: Letterhead,
): Promise<MailDraft> {
  const addressee = {
    language: notification.language,
    name: fullName(notification),
  };
  switch (notification.kind) {
    case "appointment_confirmation":
      return appointmentMail("confirmation", notification, head);
    case "appointment_reminder":
      return appointmentMail("reminder", notification, head);
    case "appointment_cancellation":
      return cancellationMail(
        notification,
        notification.appointment.cancelled_by === "patient"
          ? []
          : await sources.freeDoctors(),
        head,
      );
    case "account_activation":
      return activationMail(
        addressee,
        await sources.activationLink(notification.email),
        head,
      );
    case "account_exists":
      return accountExistsMail(addressee, head);
  }
}
