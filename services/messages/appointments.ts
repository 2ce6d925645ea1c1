import { paths } from "@/domain/paths.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import { calendarFile } from "../calendar_file.ts";
import {
  type AboutAppointment,
  type ClaimedAppointment,
  fullName,
} from "./claimed.ts";
import { details, facts } from "./details.ts";
import { type Block, letter } from "./letter.ts";
import type { Letterhead, MailDraft } from "./types.ts";

type Kind = "confirmation" | "reminder";

/** The SMS that confirms or reminds: what, with whom, when, in which language, and the way in. */
export function appointmentSms(
  kind: Kind,
  { appointment, language }: AboutAppointment,
  { publicUrl }: Letterhead,
): string {
  const words = texts(language).notifications;
  const { minutes, doctor, date, startInShort, end, spoken, opens } = details(
    appointment,
    language,
  );
  const text = kind === "confirmation"
    ? words.confirmationSms
    : words.reminderSms;
  return t(text, {
    minutes,
    doctor,
    date,
    start: startInShort,
    end,
    language: spoken,
    opens,
    link: publicUrl + paths.waitingRoom(language, appointment.id),
  });
}

/** The e-mail that confirms (with a calendar file) or reminds. */
export function appointmentMail(
  kind: Kind,
  notification: AboutAppointment,
  head: Letterhead,
): MailDraft {
  const { appointment, language } = notification;
  const words = texts(language).notifications;
  const { opens } = details(appointment, language);
  const confirms = kind === "confirmation";
  const blocks: Block[] = [
    {
      kind: "text",
      text: confirms ? words.confirmationIntro : words.reminderIntro,
    },
    { kind: "facts", facts: facts(appointment, language) },
    { kind: "text", text: t(words.waitingRoomIntro, { opens }) },
    {
      kind: "link",
      label: words.waitingRoomLink,
      url: head.publicUrl + paths.waitingRoom(language, appointment.id),
    },
    { kind: "text", text: words.lostLink },
  ];
  const subject = confirms ? words.confirmationSubject : words.reminderSubject;
  const name = fullName(notification);
  return {
    ...letter(language, { subject, name, blocks }, head),
    attachments: confirms
      ? [calendarAttachment(notification, appointment, language, head)]
      : [],
  };
}

/** The calendar file as an e-mail carries it. */
export function calendarAttachment(
  notification: AboutAppointment,
  appointment: ClaimedAppointment,
  language: Language,
  head: Letterhead,
): File {
  const content = calendarFile(appointment, language, {
    attendee: { name: fullName(notification), email: notification.email },
  }, { PUBLIC_URL: head.publicUrl, MAIL_FROM: head.mailFrom });
  const method = appointment.state === "cancelled" ? "CANCEL" : "REQUEST";
  return new File([content], texts(language).notifications.calendarFileName, {
    type: `text/calendar; charset=utf-8; method=${method}`,
  });
}
