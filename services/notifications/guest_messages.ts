import { paths } from "@/domain/paths.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import type { AboutAppointment } from "./claimed.ts";
import { details, formerDetails } from "./details.ts";
import type { Part } from "./emails/content.ts";
import { renderEmail } from "./emails/render.tsx";
import type { EmailContext, MailDraft } from "./types.ts";

// Who the patient is, and why they see a doctor, is in none of these messages: whoever invites says that themselves.

/** The SMS that invites a third person. */
export function guestSms(
  { appointment, language }: AboutAppointment,
  token: string,
  { publicUrl }: EmailContext,
): string {
  const { doctor, date, startInShort } = details(appointment, language);
  return t(texts(language).guest.sms, {
    doctor,
    date,
    start: startInShort,
    link: linkOf(language, token, publicUrl),
  });
}

/** The e-mail that says the same, and how it goes. */
export function guestMail(
  notification: AboutAppointment,
  token: string,
  head: EmailContext,
): MailDraft {
  const { appointment, language } = notification;
  const words = texts(language).guest;
  const { doctor, day, start } = details(appointment, language);
  return mailTo(notification, {
    subject: words.mailSubject,
    introduction: t(words.mailIntro, { doctor, day, start }),
    parts: [wayIn(notification, token, [], head)],
  }, head);
}

/** The SMS that says to which time the appointment was moved. */
export function guestMovedSms(
  { appointment, language }: AboutAppointment,
  token: string,
  { publicUrl }: EmailContext,
): string {
  const { doctor, date, startInShort } = details(appointment, language);
  const former = formerDetails(appointment, language);
  return t(texts(language).guest.movedSms, {
    doctor,
    formerDate: former.date,
    formerHour: former.hour,
    date,
    start: startInShort,
    link: linkOf(language, token, publicUrl),
  });
}

/** The e-mail that says the same; the link of the invitation leads there, too. */
export function guestMovedMail(
  notification: AboutAppointment,
  token: string,
  head: EmailContext,
): MailDraft {
  const { appointment, language } = notification;
  const words = texts(language).guest;
  const { doctor, day, start } = details(appointment, language);
  const former = formerDetails(appointment, language);
  return mailTo(notification, {
    subject: words.movedSubject,
    introduction: t(words.movedIntro, {
      doctor,
      formerDay: former.day,
      formerHour: former.hour,
      day,
      start,
    }),
    parts: [wayIn(notification, token, [words.movedLink], head)],
  }, head);
}

/** The SMS that says that the appointment was cancelled; by whom and why is the patient's. */
export function guestCancellationSms(
  { appointment, language }: AboutAppointment,
): string {
  const { doctor, date, startInShort } = details(appointment, language);
  return t(texts(language).guest.cancellationSms, {
    doctor,
    date,
    start: startInShort,
  });
}

/** The e-mail that says the same. */
export function guestCancellationMail(
  notification: AboutAppointment,
  head: EmailContext,
): MailDraft {
  const { appointment, language } = notification;
  const words = texts(language).guest;
  const { doctor, day, start } = details(appointment, language);
  return mailTo(notification, {
    subject: words.cancellationSubject,
    introduction: t(words.cancellationIntro, { doctor, day, start }),
    parts: [],
  }, head);
}

function linkOf(language: Language, token: string, publicUrl: string): string {
  return publicUrl + paths.guest(language, token);
}

/** The button with the link, and what to know before one presses it. */
function wayIn(
  { appointment, language }: AboutAppointment,
  token: string,
  notes: readonly string[],
  { publicUrl }: EmailContext,
): Part {
  const words = texts(language).guest;
  const { opens } = details(appointment, language);
  return {
    kind: "action",
    button: { label: words.mailLink, url: linkOf(language, token, publicUrl) },
    notes: [t(words.mailOnce, { opens }), ...notes, words.mailNotYou],
  };
}

function mailTo(
  { language, first_name }: AboutAppointment,
  content: { subject: string; introduction: string; parts: Part[] },
  head: EmailContext,
): MailDraft {
  const email = { language, name: first_name ?? "", ...content };
  return { ...renderEmail(email, head), attachments: [] };
}
