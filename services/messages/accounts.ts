import { type ActivationType, paths } from "@/domain/paths.ts";
import type { Language } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import { letter } from "./letter.ts";
import type { Letterhead, MailDraft } from "./types.ts";

/** Whom an account's e-mail greets, and how. */
export interface Addressee {
  readonly language: Language;
  /** Empty where it is not known. */
  readonly name: string;
}

/** The activation e-mail, with a link that works once. */
export function activationMail(
  { language, name }: Addressee,
  link: { readonly token: string; readonly type: ActivationType },
  head: Letterhead,
): MailDraft {
  const words = texts(language).notifications;
  const url = head.publicUrl +
    paths.activation(language, link.token, link.type);
  return plain(
    letter(language, {
      subject: words.activationSubject,
      name,
      blocks: [
        { kind: "text", text: words.activationIntro },
        { kind: "link", label: words.activationLink, url },
        { kind: "text", text: words.activationEnds },
        { kind: "text", text: words.notYou },
      ],
    }, head),
  );
}

/** Tells the owner of an account that somebody signed up with the same matricule or address. */
export function accountExistsMail(
  { language, name }: Addressee,
  head: Letterhead,
): MailDraft {
  const words = texts(language).notifications;
  return plain(
    letter(language, {
      subject: words.existsSubject,
      name,
      blocks: [
        { kind: "text", text: words.existsIntro },
        {
          kind: "link",
          label: words.existsSignIn,
          url: head.publicUrl + paths.signIn(language),
        },
        {
          kind: "link",
          label: words.existsForgotten,
          url: head.publicUrl + paths.passwordForgotten(language),
        },
      ],
    }, head),
  );
}

/** The link to a new password. */
export function recoveryMail(
  { language, name }: Addressee,
  token: string,
  head: Letterhead,
): MailDraft {
  const words = texts(language).notifications;
  const url = head.publicUrl + paths.passwordReset(language, token);
  return plain(
    letter(language, {
      subject: words.recoverySubject,
      name,
      blocks: [
        { kind: "text", text: words.recoveryIntro },
        { kind: "link", label: words.recoveryLink, url },
        { kind: "text", text: words.recoveryEnds },
        { kind: "text", text: words.recoveryNotYou },
      ],
    }, head),
  );
}

/** Asks whoever reads a new address to confirm it. */
export function emailChangeMail(
  { language, name }: Addressee,
  token: string,
  head: Letterhead,
): MailDraft {
  const words = texts(language).notifications;
  const url = head.publicUrl + paths.emailChange(language, token);
  return plain(
    letter(language, {
      subject: words.emailChangeSubject,
      name,
      blocks: [
        { kind: "text", text: words.emailChangeIntro },
        { kind: "link", label: words.emailChangeLink, url },
      ],
    }, head),
  );
}

/** Tells the old address that another one was asked for. */
export function emailChangeNotice(
  { language, name }: Addressee,
  head: Letterhead,
): MailDraft {
  const words = texts(language).notifications;
  return plain(
    letter(language, {
      subject: words.emailChangedSubject,
      name,
      blocks: [{ kind: "text", text: words.emailChangedIntro }],
    }, head),
  );
}

function plain(draft: Omit<MailDraft, "attachments">): MailDraft {
  return { ...draft, attachments: [] };
}
