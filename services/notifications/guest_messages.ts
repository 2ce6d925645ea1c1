import { paths } from "@/domain/paths.ts";
import { t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import type { AboutAppointment } from "./claimed.ts";
import { details } from "./details.ts";
import { renderEmail } from "./emails/render.tsx";
import type { EmailContext, MailDraft } from "./types.ts";

/**
 * The SMS that invites a third person. Who the patient is, and why they see a doctor, is in none of these messages:
 * whoever invites says that themselves.
 */
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
    link: publicUrl + paths.guest(language, token),
  });
}

/** The e-mail that says the same, and how it goes. */
export function guestMail(
  { appointment, language, first_name }: AboutAppointment,
  token: string,
  head: EmailContext,
): MailDraft {
  const words = texts(language).guest;
  const { doctor, day, start, opens } = details(appointment, language);
  const email = {
    language,
    subject: words.mailSubject,
    name: first_name ?? "",
    introduction: t(words.mailIntro, { doctor, day, start }),
    parts: [
      {
        kind: "action" as const,
        button: {
          label: words.mailLink,
          url: head.publicUrl + paths.guest(language, token),
        },
        notes: [t(words.mailOnce, { opens }), words.mailNotYou],
      },
    ],
  };
  return { ...renderEmail(email, head), attachments: [] };
}
