import { paths } from "@/domain/paths.ts";
import { t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import { calendarAttachment } from "./appointments.ts";
import { type AboutAppointment, fullName } from "./claimed.ts";
import { details, doctorName, facts } from "./details.ts";
import { type Block, type Fact, letter } from "./letter.ts";
import type { FreeDoctor, Letterhead, MailDraft } from "./types.ts";

/** The SMS: that it is off, and where to book again. The reason may be medical: it stands in the e-mail only. */
export function cancellationSms(
  { appointment, language }: AboutAppointment,
  { publicUrl }: Letterhead,
): string {
  const { doctor, date, startInShort } = details(appointment, language);
  return t(texts(language).notifications.cancellationSms, {
    doctor,
    date,
    start: startInShort,
    link: publicUrl + paths.doctor(language, appointment.doctor.slug),
  });
}

/** The e-mail: who cancelled, why, how to book again, and who is free now; takes the calendar entry away. */
export function cancellationMail(
  notification: AboutAppointment,
  freeDoctors: readonly FreeDoctor[],
  head: Letterhead,
): MailDraft {
  const { appointment, language } = notification;
  const { cancelled_by, cancellation_reason, doctor } = appointment;
  const words = texts(language).notifications;
  const byPatient = cancelled_by === "patient";
  const reason: Fact[] = cancellation_reason && !byPatient
    ? [[words.reason, cancellation_reason]]
    : [];
  const others = freeDoctors.filter(({ slug }) => slug !== doctor.slug);
  const blocks: Block[] = [
    {
      kind: "text",
      text: byPatient ? words.cancelledByPatient : words.cancelledByDoctor,
    },
    { kind: "facts", facts: [...facts(appointment, language), ...reason] },
    { kind: "text", text: words.bookAgainIntro },
    {
      kind: "link",
      label: words.bookAgainLink,
      url: head.publicUrl + paths.doctor(language, doctor.slug),
    },
  ];
  if (!byPatient && others.length > 0) {
    blocks.push({
      kind: "links",
      title: words.freeNow,
      links: others.map((other) => ({
        label: `${doctorName(other)}, ${other.city}`,
        url: head.publicUrl + paths.doctor(language, other.slug),
      })),
    });
  }
  const subject = words.cancellationSubject;
  const name = fullName(notification);
  return {
    ...letter(language, { subject, name, blocks }, head),
    attachments: [
      calendarAttachment(notification, appointment, language, head),
    ],
  };
}
