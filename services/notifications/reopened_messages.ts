import { fullName } from "@/domain/names.ts";
import { paths } from "@/domain/paths.ts";
import { t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import type { AboutAppointment } from "./claimed.ts";
import { details, smsAbout } from "./details.ts";
import type { Ticket } from "./emails/content.ts";
import { renderEmail } from "./emails/render.tsx";
import { ticketOf } from "./ticket.ts";
import type { EmailContext, MailDraft } from "./types.ts";

/** The SMS to whoever has closed the page: the doctor has opened the consultation again, and where to come back. */
export function reopenedSms(
  { appointment, language }: AboutAppointment,
  { publicUrl }: EmailContext,
): string {
  const sms = t(texts(language).notifications.reopenedSms, {
    doctor: details(appointment, language).doctor,
    link: publicUrl + paths.waitingRoom(language, appointment.id),
  });
  return smsAbout(appointment, language, sms);
}

/** The e-mail that says the same. */
export function reopenedMail(
  notification: AboutAppointment,
  head: EmailContext,
): MailDraft {
  const { appointment, language } = notification;
  const { consultation, notifications: words } = texts(language);
  const { day, hour, doctor } = details(appointment, language);
  const ticket: Ticket = {
    ...ticketOf(notification, head.publicUrl),
    button: {
      label: consultation.comeBack,
      url: head.publicUrl + paths.waitingRoom(language, appointment.id),
    },
    note: words.reopenedNote,
    steps: [],
  };
  const email = {
    language,
    subject: words.reopenedSubject,
    preheader: t(words.cancellationPreheader, { day, hour, doctor }),
    name: fullName(notification),
    introduction: words.reopenedIntro,
    parts: [ticket],
  };
  return { ...renderEmail(email, head), attachments: [] };
}
