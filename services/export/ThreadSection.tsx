import type { AccountDataTexts } from "@/i18n/fr/account_data.ts";
import type { Language } from "@/i18n/mod.ts";
import type { ArchivedFiles } from "./archive.ts";
import { dayAndHour, FileLink, Listed } from "./parts.tsx";
import type { ExportMessage } from "./record.ts";

/** The messages with one doctor, each with its file. */
export function ThreadSection(
  { title, doctor, messages, archived, language, words }: {
    title: string;
    doctor: string;
    messages: readonly ExportMessage[];
    archived: ArchivedFiles;
    language: Language;
    words: AccountDataTexts;
  },
) {
  const who = {
    you: words.archiveYou,
    doctor,
    guardian: words.archiveGuardian,
  };
  return (
    <Listed title={title} nothing={words.archiveNothing}>
      {messages.map(({ id, author, sent_at, body }) => {
        const file = archived.files.find((one) => one.id === id);
        const isMissing = archived.missing.some((one) => one.id === id);
        return (
          <li key={id}>
            {dayAndHour(sent_at, language)}, {who[author]}
            <blockquote>
              {file ? <FileLink path={file.path} /> : body}
              {isMissing && <strong>({words.archiveIsMissing})</strong>}
            </blockquote>
          </li>
        );
      })}
    </Listed>
  );
}
