import { renderToString } from "preact-render-to-string";
import { type Language, t } from "@/i18n/mod.ts";
import { texts } from "@/i18n/texts.ts";
import type { ArchivedFiles } from "./archive.ts";
import { dayAndHour } from "./parts.tsx";
import { PatientSection } from "./PatientSection.tsx";
import type { ExportRecord } from "./record.ts";

/** Read from disk: nothing is fetched, and nothing runs. */
const style = `
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
body { max-width: 46rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.2; }
h2 { margin-top: 2.5rem; border-top: 2px solid; padding-top: 1rem; }
dl { display: grid; grid-template-columns: minmax(6rem, auto) 1fr; gap: .25rem 1rem; }
dt { font-weight: 600; } dd { margin: 0; }
ul { padding-inline-start: 1.25rem; } li { margin-block: .4rem; }
blockquote { margin: .25rem 0; padding-inline-start: .75rem; border-inline-start: 3px solid; white-space: pre-line; }
.missing { border: 2px solid; padding: .5rem 1rem; }
`;

/** The page of an archive, in the person's language: what is in it, with links to the files. */
export function archivePage(
  record: ExportRecord,
  archived: ArchivedFiles,
  language: Language,
): string {
  const all = texts(language);
  const { account, accountData: words } = all;
  const html = renderToString(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{words.archiveTitle}</title>
        <style>{style}</style>
      </head>
      <body>
        <h1>{words.archiveTitle}</h1>
        <p>
          {t(words.archiveMade, {
            date: dayAndHour(record.exported_at, language),
          })}
        </p>
        <p>
          {words.archiveJson} <a href="data.json">data.json</a>
        </p>
        {archived.missing.length > 0 && (
          <div class="missing">
            <p>
              <strong>{words.archiveMissingTitle}</strong>
            </p>
            <p>{words.archiveMissing}</p>
            <ul>
              {archived.missing.map(({ path }) => <li key={path}>{path}</li>)}
            </ul>
          </div>
        )}
        <dl>
          <dt>{account.email}</dt>
          <dd>{record.account.email}</dd>
          <dt>{account.phone}</dt>
          <dd>{record.account.phone}</dd>
        </dl>
        {record.patients.map((patient) => (
          <PatientSection
            key={patient.id}
            patient={patient}
            archived={archived}
            language={language}
            texts={all}
          />
        ))}
        <h2>{words.archiveNotifications}</h2>
        <ul>
          {record.notifications.map(({ channel, sent_at }, index) =>
            sent_at && (
              <li key={index}>
                {dayAndHour(sent_at, language)},{" "}
                {channel === "sms" ? "SMS" : "E-mail"}
              </li>
            )
          )}
        </ul>
      </body>
    </html>,
  );
  return `<!doctype html>\n${html}\n`;
}
