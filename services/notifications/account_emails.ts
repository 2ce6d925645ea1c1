import { paths } from "@/domain/paths.ts";
import { maskPhone } from "@/domain/phone.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import type { Email, Part } from "./emails/content.ts";
import { renderEmail } from "./emails/render.tsx";
import type { EmailContext, MailDraft } from "./types.ts";

/** Whom an account's e-mail greets, and how. */
export interface Addressee {
  readonly language: Language;
  /** Empty where it is not known. */
  readonly name: string;
}

/** Where an activation e-mail leads: `sign-up` to the page of our own tokens, `invite` to that of Auth's. */
export interface ActivationLink {
  readonly token: string;
  readonly type: "sign-up" | "invite";
}

/**
 * The activation e-mail. It names who signed up and shows the end of their number (`phone`, E.164), so that whoever
 * reads it knows whether it was them; if not, one link more ends the sign-up.
 */
export function activationMail(
  addressee: Addressee,
  { token, type }: ActivationLink,
  phone: string,
  head: EmailContext,
): MailDraft {
  const { language } = addressee;
  const words = texts(language).notifications;
  const isSignUp = type === "sign-up";
  const path = isSignUp
    ? paths.activation(language, token)
    : paths.invitation(language, token);
  const refusal = head.publicUrl + paths.activationRefusal(language, token);
  const open = action(
    words.activationLink,
    head.publicUrl + path,
    ...(isSignUp
      ? [t(texts(language).account.activationFor, {
        name: addressee.name,
        phone: maskPhone(phone),
      })]
      : []),
    words.activationEnds,
  );
  const notMe: Part = isSignUp
    ? {
      kind: "section",
      title: words.notYou,
      links: [{ label: words.activationNotMe, url: refusal }],
    }
    : { kind: "small", text: words.notYou };
  return accountMail(
    addressee,
    words.activationSubject,
    words.activationIntro,
    [open, notMe],
    head,
  );
}

/** Tells the owner of an account that somebody signed up with the same matricule or address. */
export function accountExistsMail(
  addressee: Addressee,
  head: EmailContext,
): MailDraft {
  const { language } = addressee;
  const words = texts(language).notifications;
  const forgotten = {
    label: words.existsForgotten,
    url: head.publicUrl + paths.passwordForgotten(language),
  };
  return accountMail(
    addressee,
    words.existsSubject,
    words.existsIntro,
    [
      action(words.existsSignIn, head.publicUrl + paths.signIn(language)),
      { kind: "section", title: words.existsTrouble, links: [forgotten] },
    ],
    head,
  );
}

/** The link to a new password. */
export function recoveryMail(
  addressee: Addressee,
  token: string,
  head: EmailContext,
): MailDraft {
  const { language } = addressee;
  const words = texts(language).notifications;
  const url = head.publicUrl + paths.passwordReset(language, token);
  return accountMail(
    addressee,
    words.recoverySubject,
    words.recoveryIntro,
    [
      action(words.recoveryLink, url, words.recoveryEnds),
      { kind: "small", text: words.recoveryNotYou },
    ],
    head,
  );
}

/** Asks whoever reads a new address to confirm it. It names nobody: the address may have been mistyped. */
export function emailChangeMail(
  language: Language,
  token: string,
  head: EmailContext,
): MailDraft {
  const words = texts(language).notifications;
  const url = head.publicUrl + paths.emailConfirmation(language, token);
  return accountMail(
    { language, name: "" },
    words.emailChangeSubject,
    words.emailChangeIntro,
    [
      action(words.emailChangeLink, url, words.recoveryEnds),
      { kind: "small", text: words.emailChangeNotYou },
    ],
    head,
  );
}

/** Tells the owner of an account that another one asked for their address. */
export function emailTakenMail(
  addressee: Addressee,
  head: EmailContext,
): MailDraft {
  const { language } = addressee;
  const words = texts(language).notifications;
  return accountMail(
    addressee,
    words.emailTakenSubject,
    words.emailTakenIntro,
    [action(words.existsSignIn, head.publicUrl + paths.signIn(language))],
    head,
  );
}

/** Tells that address, number or password were changed; the news of a changed address goes to the former one. */
export function credentialChangedMail(
  kind: "email_changed" | "phone_changed" | "password_changed",
  addressee: Addressee,
  head: EmailContext,
): MailDraft {
  const { language } = addressee;
  const words = texts(language).notifications;
  const [subject, introduction] = {
    email_changed: [words.emailChangedSubject, words.emailChangedDoneIntro],
    phone_changed: [words.phoneChangedSubject, words.phoneChangedIntro],
    password_changed: [
      words.passwordChangedSubject,
      words.passwordChangedIntro,
    ],
  }[kind] as [string, string]; // each of the three has both
  const url = head.publicUrl + paths.signIn(language);
  return accountMail(
    addressee,
    subject,
    introduction,
    [action(words.existsSignIn, url)],
    head,
  );
}

/** Tells that somebody wrote, without saying who or what. */
export function unreadMessagesMail(
  addressee: Addressee,
  head: EmailContext,
): MailDraft {
  const { language } = addressee;
  const words = texts(language).notifications;
  const url = head.publicUrl + paths.threads(language);
  return accountMail(
    addressee,
    words.unreadSubject,
    words.unreadIntro,
    [
      action(words.unreadLink, url, words.unreadOnce),
      { kind: "small", text: words.unreadUrgent },
    ],
    head,
  );
}

/** Tells the former number that it no longer is that of the account. */
export function phoneChangedSms(
  language: Language,
  head: EmailContext,
): string {
  return t(texts(language).notifications.phoneChangedSms, {
    phone: head.helpdesk.phone,
  });
}

function action(label: string, url: string, ...notes: string[]): Part {
  return { kind: "action", button: { label, url }, notes };
}

/** An e-mail about an account, without attachments. */
export function accountMail(
  { language, name }: Addressee,
  subject: Email["subject"],
  introduction: Email["introduction"],
  parts: Email["parts"],
  head: EmailContext,
): MailDraft {
  const email = { language, name, subject, introduction, parts };
  return { ...renderEmail(email, head), attachments: [] };
}
