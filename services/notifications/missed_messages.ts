import { paths } from "@/domain/paths.ts";
import { texts } from "@/i18n/texts.ts";
import type { AboutAppointment } from "./claimed.ts";
import { noteMail } from "./note_mail.ts";
import type { EmailContext, MailDraft } from "./types.ts";

/** The e-mail about an appointment that did not take place: the patient did not come, or came and was not called. */
export function missedMail(
  notification: AboutAppointment,
  head: EmailContext,
): MailDraft {
  const { appointment, language, kind } = notification;
  const words = texts(language).notifications;
  return noteMail(notification, head, {
    subject: words.missedSubject,
    introduction: kind === "appointment_missed"
      ? words.missedIntro
      : words.notHeldIntro,
    note: words.bookAgainIntro,
    button: {
      label: words.bookAgainLink,
      url: head.publicUrl + paths.doctor(language, appointment.doctor.slug),
    },
  });
}
