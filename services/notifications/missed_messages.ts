import { fullName } from "@/domain/names.ts";
import { paths } from "@/domain/paths.ts";
import { t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import type { AboutAppointment } from "./claimed.ts";
import { details } from "./details.ts";
import type { Ticket } from "./emails/content.ts";
import { renderEmail } from "./emails/render.tsx";
import { ticketOf } from "./ticket.ts";
import type { EmailContext, MailDraft } from "./types.ts";

/** The e-mail about an appointment that did not take place: the patient did not come, or came and was not called. */
export function missedMail(
  notification: AboutAppointment,
  head: EmailContext,
): MailDraft {
  const { appointment, language, kind } = notification;
  const words = texts(language).notifications;
  const { day, hour, doctor } = details(appointment, language);
  const ticket: Ticket = {
    ...ticketOf(notification, head.publicUrl),
    button: {
      label: words.bookAgainLink,
      url: head.publicUrl + paths.doctor(language, appointment.doctor.slug),
    },
    note: words.bookAgainIntro,
    steps: [],
  };
  const email = {
    language,
    subject: words.missedSubject,
    preheader: t(words.cancellationPreheader, { day, hour, doctor }),
    name: fullName(notification),
    introduction: kind === "appointment_missed"
      ? words.missedIntro
      : words.notHeldIntro,
    parts: [ticket],
  };
  return { ...renderEmail(email, head), attachments: [] };
}
