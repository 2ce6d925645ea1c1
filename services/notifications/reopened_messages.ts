import { paths } from "@/domain/paths.ts";
import { t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import type { AboutAppointment } from "./claimed.ts";
import { details, smsAbout } from "./details.ts";
import { noteMail } from "./note_mail.ts";
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
  return noteMail(notification, head, {
    subject: words.reopenedSubject,
    introduction: words.reopenedIntro,
    note: words.reopenedNote,
    button: {
      label: consultation.comeBack,
      url: head.publicUrl + paths.waitingRoom(language, appointment.id),
    },
  });
}
