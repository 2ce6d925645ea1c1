import { paths } from "@/domain/paths.ts";
import { t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import type { AboutAppointment } from "./claimed.ts";
import { details, formerDetails } from "./details.ts";
import type { Part } from "./emails/content.ts";
import { renderEmail } from "./emails/render.tsx";
import type { EmailContext, MailDraft } from "./types.ts";

// Who the patient is, and why they see a doctor, is in none of these messages: whoever invites says that themselves.

type Kind = "invitation" | "moved" | "cancellation";

/**
 * The SMS that invites a third person, or says to which time the appointment was moved, or that it was cancelled; by
 * whom and why is the patient's. The `token` opens their link: null where nothing is left to open.
 */
export function guestSms(
  kind: Kind,
  notification: AboutAppointment,
  token: string | null,
  head: EmailContext,
): string {
  const { appointment, language } = notification;
  const { doctor, date, startInShort } = details(appointment, language);
  const former = formerDetails(appointment, language);
  return t(texts(language).guest[`${kind}Sms`], {
    doctor,
    formerDate: former.date,
    formerHour: former.hour,
    date,
    start: startInShort,
    link: token === null ? "" : linkOf(notification, token, head),
  });
}

/** The e-mail that says the same, and how they come in. */
export function guestMail(
  kind: Kind,
  notification: AboutAppointment,
  token: string | null,
  head: EmailContext,
): MailDraft {
  const { appointment, language, first_name } = notification;
  const words = texts(language).guest;
  const { doctor, day, start } = details(appointment, language);
  const former = formerDetails(appointment, language);
  const email = {
    language,
    name: first_name ?? "",
    subject: words[`${kind}Subject`],
    introduction: t(words[`${kind}Intro`], {
      doctor,
      formerDay: former.day,
      formerHour: former.hour,
      day,
      start,
    }),
    parts: token === null ? [] : [wayIn(kind, notification, token, head)],
  };
  return { ...renderEmail(email, head), attachments: [] };
}

/** The button with the link, and what to know before one presses it; after a move, the link they have leads there too. */
function wayIn(
  kind: Kind,
  notification: AboutAppointment,
  token: string,
  head: EmailContext,
): Part {
  const { appointment, language } = notification;
  const words = texts(language).guest;
  const { opens } = details(appointment, language);
  return {
    kind: "action",
    button: {
      label: words.mailLink,
      url: linkOf(notification, token, head),
    },
    notes: [
      t(words.mailOnce, { opens }),
      ...(kind === "moved" ? [words.movedLink] : []),
      words.mailNotYou,
    ],
  };
}

function linkOf(
  { language }: AboutAppointment,
  token: string,
  { publicUrl }: EmailContext,
): string {
  return publicUrl + paths.guest(language, token);
}
