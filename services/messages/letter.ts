import { type Language, languageTags, t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";

/** One part of a letter; it becomes plain text and HTML. */
export type Block =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "facts"; readonly facts: readonly Fact[] }
  | { readonly kind: "link"; readonly label: string; readonly url: string }
  | {
    readonly kind: "links";
    readonly title: string;
    readonly links: readonly { label: string; url: string }[];
  };

/** A line of details: `["Début", "17:10 Luxembourg (UTC+01:00)"]`. */
export type Fact = readonly [label: string, value: string];

/** What an e-mail says, without whom it goes to. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What every e-mail carries below. */
export interface Sender {
  readonly helpdesk: { readonly phone: string; readonly email: string };
}

/**
 * A whole e-mail: heading, greeting, the parts, that nobody reads answers, and where help is.
 * `name` is empty where it is not known.
 */
export function letter(
  language: Language,
  { subject, name, blocks }: {
    subject: string;
    name: string;
    blocks: readonly Block[];
  },
  { helpdesk }: Sender,
): Letter {
  const words = texts(language).notifications;
  const greeting = name === ""
    ? words.greetingNobody
    : t(words.greeting, { name });
  const colon = language === "fr" ? "\u00a0:" : ":";
  const footer = [
    `${words.remark}${colon} ${words.doNotReply}`,
    t(words.helpdesk, helpdesk),
  ];
  return {
    subject,
    text: [
      subject,
      greeting,
      ...blocks.map((block) => asText(block, colon)),
      words.thanks,
      "eConsult",
      "-- ",
      ...footer,
    ].join("\n\n") + "\n",
    html: htmlPage(
      languageTags[language],
      subject,
      [
        paragraph(greeting),
        ...blocks.map(asHtml),
        paragraph(words.thanks),
      ].join("\n"),
      footer.map(paragraph).join("\n"),
    ),
  };
}

function asText(block: Block, colon: string): string {
  switch (block.kind) {
    case "text":
      return block.text;
    case "facts":
      return block.facts.map((fact) => fact.join(`${colon} `)).join("\n");
    case "link":
      return `${block.label}${colon}\n${block.url}`;
    case "links":
      return [
        `${block.title}${colon}`,
        ...block.links.map(({ label, url }) => `- ${label}${colon} ${url}`),
      ].join("\n");
  }
}

function asHtml(block: Block): string {
  switch (block.kind) {
    case "text":
      return paragraph(block.text);
    case "facts":
      return `<dl>${
        block.facts.map(([label, value]) =>
          `<dt>${escape(label)}</dt><dd><strong>${escape(value)}</strong></dd>`
        ).join("\n")
      }</dl>`;
    case "link":
      return `<p>${anchor(block.label, block.url)}<br><small>${
        escape(block.url)
      }</small></p>`;
    case "links":
      return `<p>${escape(block.title)}</p><ul>${
        block.links.map(({ label, url }) => `<li>${anchor(label, url)}</li>`)
          .join("\n")
      }</ul>`;
  }
}

function paragraph(text: string): string {
  return `<p>${escape(text)}</p>`;
}

function anchor(label: string, url: string): string {
  return `<a href="${escape(url)}">${escape(label)}</a>`;
}

/** No colour is fixed: the mail program's own, light or dark, are always readable. */
function htmlPage(
  lang: string,
  title: string,
  body: string,
  footer: string,
): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.375rem; }
dt { margin-top: 0.5rem; }
dd { margin: 0; }
small { overflow-wrap: anywhere; }
footer { border-top: 1px solid; margin-top: 2rem; font-size: 0.875rem; }
</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${body}
<p>eConsult</p>
</main>
<footer>
${footer}
</footer>
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
