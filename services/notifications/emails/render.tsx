import { renderToString } from "preact-render-to-string";
import { t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import { Action } from "./Action.tsx";
import type { Email, EmailSender, Part } from "./content.ts";
import { filled } from "./filled.ts";
import { Footer } from "./Footer.tsx";
import { Layout } from "./Layout.tsx";
import { plainText } from "./plain_text.ts";
import { Section } from "./Section.tsx";
import { Small } from "./Small.tsx";
import { text } from "./style.ts";
import { TicketCard } from "./TicketCard.tsx";

/** What Mailgun sends of an e-mail. */
export interface EmailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Writes an e-mail as HTML and as plain text, from the same content. */
export function renderEmail(email: Email, sender: EmailSender): EmailContent {
  const { language, subject, title = subject, name, introduction, parts } =
    email;
  const words = texts(language).notifications;
  const greeting = name === ""
    ? words.greetingNobody
    : t(words.greeting, { name });
  const html = renderToString(
    <Layout
      language={language}
      subject={subject}
      title={title}
      preheader={email.preheader ?? introduction}
      publicUrl={sender.publicUrl}
    >
      <tr>
        <td class="ink" style={`${text("ink", 18, 27)}padding:0 0 20px;`}>
          {name === ""
            ? greeting
            : filled(words.greeting, { name: <bdi>{name}</bdi> })}
          <br />
          {introduction}
        </td>
      </tr>
      {parts.map((part, index) => <PartRow key={index} part={part} />)}
      <Footer language={language} helpdesk={sender.helpdesk} />
    </Layout>,
  );
  return {
    subject,
    text: plainText(email, greeting, sender),
    html: `<!doctype html>\n${html}\n`,
  };
}

function PartRow({ part }: { part: Part }) {
  switch (part.kind) {
    case "ticket":
      return <TicketCard ticket={part} />;
    case "action":
      return <Action {...part} />;
    case "section":
      return <Section {...part} />;
    case "small":
      return <Small>{part.text}</Small>;
  }
}
