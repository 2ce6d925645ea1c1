import type {
  DocumentCatalogue,
  DocumentRecord,
} from "@/domain/document_records.ts";
import { paths } from "@/domain/paths.ts";
import { kindName } from "@/i18n/document_names.ts";
import type { ComponentChildren } from "preact";
import type { Catalogue } from "@/i18n/texts.ts";
import type { Language } from "@/i18n/mod.ts";
import { Button, ButtonLink } from "@/components/ui/Button.tsx";
import { ErrorSummary } from "@/components/ui/ErrorSummary.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { DraftFields } from "./DraftFields.tsx";
import { missingRecipient } from "./RecipientList.tsx";
import { FillFields, KeepTemplate } from "./TemplateFields.tsx";

/** The frame that shows the preview. */
export const PREVIEW_ID = "preview-frame";

interface DraftPageProps {
  document: DocumentRecord;
  catalogue: DocumentCatalogue;
  errors: Readonly<Record<string, string>>;
  /** What concerns the whole form. */
  problem?: string;
  /** What was just done with a template. */
  done?: string;
  /** Saves while it is typed. */
  saver: ComponentChildren;
  /** What is looked for in the catalogue, and the box that searches it. */
  find: string;
  search?: ComponentChildren;
  /** The line that says how long a sick leave is. */
  length?: ComponentChildren;
  language: Language;
  texts: Catalogue;
}

/** The doctor's form at the left, the sheet of paper at the right. */
export function DraftPage(props: DraftPageProps) {
  const { document, catalogue, errors, problem, done, saver, language } = props;
  const { documents: texts, frame } = props.texts;
  const { id, kind, patient, version } = document;
  const missing = missingRecipient(document, texts);
  const file = paths.documentFile(language, id);
  return (
    <div class="page-main">
      <h1>{kindName(kind, texts)}</h1>
      <p class="lead" dir="auto">{patient.first_name} {patient.last_name}</p>
      {missing && <p class="soft">{missing}</p>}
      <ErrorSummary
        title={frame.problem}
        errors={[
          ...(problem ? [{ message: problem }] : []),
          ...Object.entries(errors).map(([field, message]) => ({
            id: `field-${field}`,
            message,
          })),
        ]}
      />
      {done && (
        <Notice kind="success" announce>
          <p>{done}</p>
        </Notice>
      )}
      <div class="draft">
        <form method="post" class="stack" noValidate>
          {/* What the Enter key presses: the first button of a form. */}
          <button
            type="submit"
            name="act"
            value="save"
            class="visually-hidden"
            tabIndex={-1}
            aria-hidden="true"
          />
          <input type="hidden" name="version" value={version} />
          <FillFields
            catalogue={catalogue}
            language={language}
            texts={texts}
          />
          <DraftFields
            kind={kind}
            content={document.content}
            catalogue={catalogue}
            home={document.home}
            find={props.find}
            search={props.search}
            length={props.length}
            errors={errors}
            optional={frame.optional}
            language={language}
            texts={texts}
          />
          {saver}
          <div class="row">
            <Button name="act" value="review">{texts.review}</Button>
            <Button kind="secondary" name="act" value="save">
              {texts.saveDraft}
            </Button>
            <Button kind="quiet" name="act" value="discard">
              {texts.discard}
            </Button>
          </div>
          <KeepTemplate optional={frame.optional} texts={texts} />
        </form>
        <section class="draft-paper" aria-labelledby="preview">
          <div class="section-head">
            <h2 id="preview">{texts.preview}</h2>
            <ButtonLink kind="quiet" href={file} target="_blank">
              {texts.previewOpen}
            </ButtonLink>
          </div>
          <p class="soft small">{texts.previewNote}</p>
          <iframe
            id={PREVIEW_ID}
            // The sheet alone, as wide as its place: without the viewer's bar and column of thumbnails.
            src={`${file}#toolbar=0&navpanes=0&view=FitH`}
            loading="lazy"
            title={texts.preview}
          />
        </section>
      </div>
    </div>
  );
}
