import { fullName } from "@/domain/names.ts";
import { paths } from "@/domain/paths.ts";
import { formatTime } from "@/i18n/format.ts";
import { t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import type { AboutAppointment } from "./claimed.ts";
import { details, smsAbout } from "./details.ts";
import { renderEmail } from "./emails/render.tsx";
import { ticketOf } from "./ticket.ts";
import type { EmailContext, MailDraft } from "./types.ts";

/** The SMS to whoever is next on the waiting list: what is free, until when it is held, and where to take it. */
export function earlierSlotSms(
  notification: AboutAppointment,
  { publicUrl }: EmailContext,
): string {
  const { language } = notification;
  const { earlier, until } = heldSlot(notification);
  const { doctor, date, startInShort } = details(earlier.appointment, language);
  const sms = t(texts(language).notifications.earlierSms, {
    doctor,
    date,
    start: startInShort,
    until,
    link: publicUrl + paths.waitingList(language, earlier.appointment.id),
  });
  return smsAbout(earlier.appointment, language, sms);
}

/** The e-mail that says the same, with the slot on the ticket. */
export function earlierSlotMail(
  notification: AboutAppointment,
  head: EmailContext,
): MailDraft {
  const { language, appointment } = notification;
  const words = texts(language).notifications;
  const { earlier, until } = heldSlot(notification);
  const { day, hour } = details(appointment, language);
  const ticket = {
    ...ticketOf(earlier, head.publicUrl),
    button: {
      label: words.earlierLink,
      url: head.publicUrl + paths.waitingList(language, appointment.id),
    },
    note: t(words.earlierKeep, { day, hour }),
    steps: [],
  };
  const email = {
    language,
    subject: words.earlierSubject,
    name: fullName(notification),
    introduction: t(words.earlierIntro, { until }),
    parts: [ticket],
  };
  return { ...renderEmail(email, head), attachments: [] };
}

/** The notification as if the appointment were at the slot that is held, and until when it is. */
function heldSlot(notification: AboutAppointment) {
  const { appointment, language } = notification;
  const { offer, doctor: { time_zone } } = appointment;
  // The worker withdraws what is held no longer before it is written (jobs/obsolete.ts).
  if (offer === null) throw new TypeError("no slot is held");
  const { starts_at, ends_at, held_until } = offer;
  return {
    earlier: {
      ...notification,
      appointment: { ...appointment, starts_at, ends_at },
    },
    until: formatTime(held_until, language, time_zone),
  };
}
