import { fullName } from "@/domain/names.ts";
import { type Env, env } from "@/env.ts";
import {
  accountExistsMail,
  type ActivationLink,
  activationMail,
  credentialChangedMail,
  emailChangeMail,
  emailTakenMail,
  phoneChangedSms,
  unreadMessagesMail,
} from "./account_emails.ts";
import { appointmentMail, appointmentSms } from "./appointment_messages.ts";
import { cancellationMail, cancellationSms } from "./cancellation_messages.ts";
import { guestMail, guestSms } from "./guest_messages.ts";
import { missedMail } from "./missed_messages.ts";
import type { Claimed } from "./claimed.ts";
import { erasureMail } from "./erasure_emails.ts";
import { earlierSlotMail, earlierSlotSms } from "./earlier_slot_messages.ts";
import { reopenedMail, reopenedSms } from "./reopened_messages.ts";
import type { EmailContext, FreeDoctor, MailDraft } from "./types.ts";

/** What a message needs that the claimed row does not hold; asked for only where it is needed. */
export interface MessageSources {
  /** A fresh link for a sign-up, or for somebody whom an administrator invited. */
  activationLink(
    notification: Pick<Claimed, "sign_up_id" | "email">,
  ): Promise<ActivationLink>;
  /** A fresh token for the link that confirms a new address. */
  emailChangeToken(changeId: string): Promise<string>;
  /** A fresh token for a guest's link. */
  guestToken(guestId: string): Promise<string>;
  /** Doctors who are free now, for a patient whose appointment was cancelled. */
  freeDoctors(): Promise<readonly FreeDoctor[]>;
}

/** A written notification. */
export type Message =
  | { readonly channel: "sms"; readonly text: string }
  | { readonly channel: "email"; readonly mail: MailDraft };

/** What all messages of this installation share, from the configuration. */
export function emailContext(
  config: Pick<
    Env,
    "PUBLIC_URL" | "MAIL_FROM" | "HELPDESK_PHONE" | "HELPDESK_EMAIL"
  > = env(),
): EmailContext {
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
  head: EmailContext,
): Promise<Message> {
  return notification.channel === "sms"
    ? { channel: "sms", text: await smsOf(notification, sources, head) }
    : { channel: "email", mail: await mailOf(notification, sources, head) };
}

async function smsOf(
  notification: Claimed,
  sources: MessageSources,
  head: EmailContext,
): Promise<string> {
  switch (notification.kind) {
    case "appointment_confirmation":
      return appointmentSms("confirmation", notification, head);
    case "appointment_reminder":
      return appointmentSms("reminder", notification, head);
    case "appointment_moved":
      return appointmentSms("moved", notification, head);
    case "earlier_slot":
      return earlierSlotSms(notification, head);
    case "appointment_cancellation":
      return cancellationSms(notification, head);
    case "consultation_reopened":
      return reopenedSms(notification, head);
    case "guest_invitation":
      return guestSms(
        "invitation",
        notification,
        await sources.guestToken(notification.guest_id),
        head,
      );
    case "guest_appointment_moved":
      return guestSms(
        "moved",
        notification,
        await sources.guestToken(notification.guest_id),
        head,
      );
    case "guest_appointment_cancellation":
      return guestSms("cancellation", notification, null, head);
    case "phone_changed":
      return phoneChangedSms(notification.language, head);
    case "account_activation":
    case "account_exists":
    case "email_link":
    case "email_taken":
    case "email_changed":
    case "password_changed":
    case "unread_messages":
    case "erasure_requested":
    case "erasure_withdrawn":
    case "erasure_accepted":
    case "erasure_declined":
    case "appointment_missed":
    case "appointment_not_held":
      throw new TypeError(`${notification.kind} is told by e-mail only`);
  }
}

async function mailOf(
  notification: Claimed,
  sources: MessageSources,
  head: EmailContext,
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
    case "appointment_moved":
      return appointmentMail("moved", notification, head);
    case "earlier_slot":
      return earlierSlotMail(notification, head);
    case "appointment_cancellation":
      return cancellationMail(
        notification,
        notification.appointment.cancelled_by === "patient"
          ? []
          : await sources.freeDoctors(),
        head,
      );
    case "consultation_reopened":
      return reopenedMail(notification, head);
    case "guest_invitation":
      return guestMail(
        "invitation",
        notification,
        await sources.guestToken(notification.guest_id),
        head,
      );
    case "guest_appointment_moved":
      return guestMail(
        "moved",
        notification,
        await sources.guestToken(notification.guest_id),
        head,
      );
    case "guest_appointment_cancellation":
      return guestMail("cancellation", notification, null, head);
    case "appointment_missed":
    case "appointment_not_held":
      return missedMail(notification, head);
    case "account_activation":
      return activationMail(
        addressee,
        await sources.activationLink(notification),
        notification.phone,
        head,
      );
    case "account_exists":
      return accountExistsMail(addressee, head);
    case "email_link":
      return emailChangeMail(
        notification.language,
        await sources.emailChangeToken(notification.change_id),
        head,
      );
    case "email_taken":
      return emailTakenMail(addressee, head);
    case "unread_messages":
      return unreadMessagesMail(addressee, head);
    case "erasure_requested":
    case "erasure_withdrawn":
    case "erasure_accepted":
    case "erasure_declined":
      return erasureMail(
        notification.kind,
        addressee,
        notification.reason,
        head,
      );
    case "email_changed":
    case "phone_changed":
    case "password_changed":
      return credentialChangedMail(notification.kind, addressee, head);
  }
}
