import { ButtonLink } from "@/components/ui/Button.tsx";
import { Icon } from "@/components/ui/Icon.tsx";
import type { ConsultationDocument } from "@/domain/document_records.ts";
import { paths } from "@/domain/paths.ts";
import { type CallDocumentTexts, kindName } from "@/i18n/document_names.ts";
import type { Language } from "@/i18n/mod.ts";
import { documentStep } from "./document_step.ts";

interface ComingDocumentsProps {
  documents: readonly ConsultationDocument[];
  language: Language;
  texts: CallDocumentTexts;
}

const icons = { done: "check", todo: "document", later: "clock" } as const;

/** After a consultation, one entry for each document: whether it is there, and what comes next. */
export function ComingDocuments(
  { documents, language, texts }: ComingDocumentsProps,
) {
  return (
    <>
      {documents.map((document) => {
        const { id, kind, state, number } = document;
        const { text, look, choose } = documentStep(document, texts);
        const name = kindName(kind, texts);
        return (
          <li key={id} class={`coming-${look}`}>
            <span class="coming-mark">
              <Icon name={icons[look]} />
            </span>
            <div>
              <h2>
                {name} {number && <span class="figures no-wrap">{number}</span>}
              </h2>
              <p class="soft" dir="auto">{text}</p>
              {choose && (
                <a href={paths.documentRecipient(language, id)}>{choose}</a>
              )}
            </div>
            {state !== "draft" && (
              <ButtonLink
                kind="secondary"
                href={paths.document(language, id)}
                aria-label={`${texts.open}: ${name} ${number ?? ""}`}
              >
                {texts.open}
              </ButtonLink>
            )}
          </li>
        );
      })}
    </>
  );
}
