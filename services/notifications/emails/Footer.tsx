import type { Language } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import type { EmailSender } from "./content.ts";
import { filled } from "./filled.ts";
import { Small } from "./Small.tsx";
import { colours } from "./style.ts";

/** Where help is, and that nobody reads replies. */
export function Footer(
  { language, helpdesk }:
    & { language: Language }
    & Pick<
      EmailSender,
      "helpdesk"
    >,
) {
  const words = texts(language).notifications;
  const { phone, email } = helpdesk;
  return (
    <>
      <Small>{words.thanks}</Small>
      <Small>
        {filled(words.helpdesk, {
          phone: anchor(`tel:${phone.replaceAll(/[^+\d]/g, "")}`, phone),
          email: anchor(`mailto:${email}`, email),
        })}
      </Small>
      <Small>{words.doNotReply}</Small>
    </>
  );
}

function anchor(href: string, label: string) {
  return (
    <a
      class="link"
      href={href}
      style={`color:${colours.accent};white-space:nowrap;`}
    >
      {label}
    </a>
  );
}
