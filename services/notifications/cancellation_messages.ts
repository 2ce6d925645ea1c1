import { fullName } from "@/domain/names.ts";
import { paths } from "@/domain/paths.ts";
import { doctorName } from "@/domain/records.ts";
import { t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import { calendarAttachment } from "./appointment_messages.ts";
import type { AboutAppointment } from "./claimed.ts";
import { details, smsAbout } from "./details.ts";
import type { Part, Ticket } from "./emails/content.ts";
import { renderEmail } from "./emails/render.tsx";
import { ticketOf } from "./ticket.ts";
import type { EmailContext, FreeDoctor, MailDraft } from "./types.ts";

/** The SMS: that it is off, and where to book again. The reason may be medical: it stands in the e-mail only. */
export function cancellationSms(
  { appointment, language }: AboutAppointment,
  { publicUrl }: EmailContext,
): string {
  const { doctor, date, startInShort } = details(appointment, language);
  const sms = t(texts(language).notifications.cancellationSms, {
    doctor,
    date,
    start: startInShort,
    link: publicUrl + bookAgainPath({ appointment, language }),
  });
  return smsAbout(appointment, language, sms);
}

/** The doctor's calendar; the search when the doctor may be gone: an administrator cancelled. */
function bookAgainPath(
  { appointment, language }: Pick<AboutAppointment, "appointment" | "language">,
): string {
  return appointment.cancelled_by === "admin"
    ? paths.home(language)
    : paths.doctor(language, appointment.doctor.slug);
}

/** The e-mail: who cancelled, why, how to book again, and who is free now; takes the calendar entry away. */
export function cancellationMail(
  notification: AboutAppointment,
  freeDoctors: readonly FreeDoctor[],
  head: EmailContext,
): MailDraft {
  const { appointment, language } = notification;
  const { cancelled_by, cancellation_reason, doctor } = appointment;
  const words = texts(language).notifications;
  const byPatient = cancelled_by === "patient";
  const { day, hour } = details(appointment, language);
  const ticket: Ticket = {
    ...ticketOf(notification, head.publicUrl),
    cancelled: words.cancelled,
    reason: cancellation_reason && !byPatient
      ? [words.reason, cancellation_reason]
      : undefined,
    button: {
      label: words.bookAgainLink,
      url: head.publicUrl + bookAgainPath(notification),
    },
    note: cancelled_by === "admin" ? undefined : words.bookAgainIntro,
    steps: [],
  };
  const others = byPatient
    ? []
    : freeDoctors.filter(({ slug }) => slug !== doctor.slug);
  const free: Part[] = others.length === 0 ? [] : [{
    kind: "section",
    title: words.freeNow,
    links: others.map((other) => ({
      label: `${doctorName(other, language)}, ${other.city}`,
      url: head.publicUrl + paths.doctor(language, other.slug),
    })),
  }];
  const email = {
    language,
    subject: words.cancellationSubject,
    preheader: t(words.cancellationPreheader, {
      day,
      hour,
      doctor: doctorName(doctor, language),
    }),
    name: fullName(notification),
    introduction: {
      patient: words.cancelledByPatient,
      doctor: words.cancelledByDoctor,
      admin: words.cancelledByAdmin,
    }[cancelled_by ?? "doctor"],
    parts: [ticket, ...free],
  };
  return {
    ...renderEmail(email, head),
    attachments: [
      calendarAttachment(notification, appointment, language, head),
    ],
  };
}
