import { fullName } from "@/domain/names.ts";
import { t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import type { AboutAppointment } from "./claimed.ts";
import { details } from "./details.ts";
import type { Ticket } from "./emails/content.ts";
import { renderEmail } from "./emails/render.tsx";
import { ticketOf } from "./ticket.ts";
import type { EmailContext, MailDraft } from "./types.ts";

/** What such an e-mail says beside the appointment. */
type NoteWords =
  & { subject: string; introduction: string }
  & Pick<Ticket, "note" | "button">;

/** An e-mail that tells one thing of one appointment: its ticket without steps, a note, and one thing to do. */
export function noteMail(
  notification: AboutAppointment,
  head: EmailContext,
  { subject, introduction, note, button }: NoteWords,
): MailDraft {
  const { appointment, language } = notification;
  const { day, hour, doctor } = details(appointment, language);
  const { cancellationPreheader } = texts(language).notifications;
  const ticket = ticketOf(notification, head.publicUrl);
  const email = {
    language,
    subject,
    preheader: t(cancellationPreheader, { day, hour, doctor }),
    name: fullName(notification),
    introduction,
    parts: [{ ...ticket, button, note, steps: [] }],
  };
  return { ...renderEmail(email, head), attachments: [] };
}
