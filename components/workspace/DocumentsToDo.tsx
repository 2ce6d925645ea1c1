import { Icon } from "@/components/ui/Icon.tsx";
import type { DocumentToDo } from "@/domain/document_records.ts";
import { paths } from "@/domain/paths.ts";
import { kindName, type KindTexts } from "@/i18n/document_names.ts";
import { formatDate } from "@/i18n/format.ts";
import type { WorkspaceTexts } from "@/i18n/fr/workspace.ts";
import type { Language } from "@/i18n/mod.ts";

interface DocumentsToDoProps {
  documents: readonly DocumentToDo[];
  /** IANA name. */
  zone: string;
  language: Language;
  texts: WorkspaceTexts;
  kinds: KindTexts;
}

/** Drafts to sign and documents that did not arrive. They open beside the day, which goes on. */
export function DocumentsToDo(props: DocumentsToDoProps) {
  const { documents, zone, language, texts, kinds } = props;
  if (documents.length === 0) return null;
  return (
    <>
      <h3 class="queue-title">{texts.documentsToDo}</h3>
      <ul class="queue list-plain">
        {documents.map((one) => (
          <li key={one.id}>
            <Icon name="document" />
            <div>
              <a href={paths.document(language, one.id)} target="_blank">
                {kindName(one.kind, kinds)}
              </a>
              <p class="soft" dir="auto">
                {one.first_name} {one.last_name},{" "}
                {formatDate(one.consulted_at, language, zone)}
              </p>
            </div>
            <span class={one.why === "failed" ? "queue-failed" : "soft"}>
              {one.why === "failed"
                ? texts.documentFailed
                : texts.documentDraft}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
