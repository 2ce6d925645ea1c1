import { paths } from "@/domain/paths.ts";
import { texts } from "@/i18n/texts.ts";
import { accountMail, type Addressee } from "./account_emails.ts";
import type { Part } from "./emails/content.ts";
import type { EmailContext, MailDraft } from "./types.ts";

/** What became of a request for erasure. Mirrored in SQL: public.notification_kind. */
type ErasureNews =
  | "erasure_requested"
  | "erasure_withdrawn"
  | "erasure_accepted"
  | "erasure_declined";

/**
 * Tells that the request for erasure of an account came in, was withdrawn, accepted or declined, with the `reason` of
 * who decided. Once it is accepted there is no account that a button could lead to.
 */
export function erasureMail(
  news: ErasureNews,
  addressee: Addressee,
  reason: string | null,
  head: EmailContext,
): MailDraft {
  const { language } = addressee;
  const words = texts(language).notifications;
  const [subject, introduction] = {
    erasure_requested: [
      words.erasureRequestedSubject,
      words.erasureRequestedIntro,
    ],
    erasure_withdrawn: [
      words.erasureWithdrawnSubject,
      words.erasureWithdrawnIntro,
    ],
    erasure_accepted: [
      words.erasureAcceptedSubject,
      words.erasureAcceptedIntro,
    ],
    erasure_declined: [
      words.erasureDeclinedSubject,
      words.erasureDeclinedIntro,
    ],
  }[news] as [string, string]; // each of the four has both
  const why: Part[] = reason === null
    ? []
    : [{ kind: "section", title: words.reason, paragraphs: [reason] }];
  const open: Part[] = news === "erasure_accepted" ? [] : [{
    kind: "action",
    button: {
      label: texts(language).frame.account,
      url: head.publicUrl + paths.account(language),
    },
    notes: [],
  }];
  return accountMail(
    addressee,
    subject,
    introduction,
    [...open, ...why],
    head,
  );
}
