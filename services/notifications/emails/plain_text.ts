import { type Language, t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import type { Email, EmailSender, Link, Part, SummaryRow } from "./content.ts";

/** The plain text twin of an e-mail: the same content, links written out. */
export function plainText(
  { language, subject, title = subject, introduction, parts }: Email,
  greeting: string,
  { helpdesk }: EmailSender,
): string {
  const words = texts(language).notifications;
  return [
    title,
    greeting,
    introduction,
    ...parts.flatMap((part) => paragraphsOf(part, language)),
    words.thanks,
    "eConsult",
    "-- ",
    row([words.remark, words.doNotReply], language),
    t(words.helpdesk, helpdesk),
  ].join("\n\n") + "\n";
}

function paragraphsOf(part: Part, language: Language): string[] {
  const link = ({ label, url }: Link) => row([label, url], language, "\n");
  switch (part.kind) {
    case "ticket":
      return [
        [...part.facts, ...(part.reason ? [part.reason] : [])]
          .map((fact) => row(fact, language)).join("\n"),
        ...(part.note ? [part.note] : []),
        link(part.button),
      ];
    case "action":
      return [link(part.button), ...part.notes];
    case "section":
      return [
        [
          part.title.toLocaleUpperCase(language),
          ...(part.links ?? []).map((one) =>
            row([one.label, one.url], language)
          ),
          ...(part.paragraphs ?? []),
          ...(part.list ?? []).map((line, index) => `${index + 1}. ${line}`),
        ].join("\n"),
      ];
    case "small":
      return [part.text];
  }
}

/** `Début : 17:10`; a space before the colon in French only. */
function row(
  [label, value]: SummaryRow,
  language: Language,
  gap = " ",
): string {
  return `${label}${language === "fr" ? "\u202f:" : ":"}${gap}${value}`;
}
