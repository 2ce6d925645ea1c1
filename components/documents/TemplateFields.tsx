import type { DocumentCatalogue } from "@/domain/document_records.ts";
import { formatDate } from "@/i18n/format.ts";
import type { DocumentTexts } from "@/i18n/document_names.ts";
import { type Language, t } from "@/i18n/mod.ts";
import { Button } from "@/components/ui/Button.tsx";
import { Field } from "@/components/ui/Field.tsx";
import { Select } from "@/components/ui/Select.tsx";

/** The choice that stands for what this patient had last; every other one is the id of a template. */
export const PREVIOUS = "previous";

interface TemplateFieldsProps {
  catalogue: DocumentCatalogue;
  language: Language;
  texts: DocumentTexts;
}

/** Fills the draft: from a template, or as this patient had it last. Nothing where there is neither. */
export function FillFields(
  { catalogue, language, texts }: TemplateFieldsProps,
) {
  const { templates, previous_at } = catalogue;
  if (templates.length === 0 && previous_at === null) return null;
  return (
    <div class="fill-fields">
      <Select
        name="source"
        label={texts.fillFrom}
        value=""
        options={[
          { value: "", label: texts.fillChoose },
          ...(previous_at === null ? [] : [{
            value: PREVIOUS,
            label: t(texts.fillPrevious, {
              date: formatDate(previous_at, language),
            }),
          }]),
          ...templates.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Button kind="secondary" name="act" value="fill">{texts.fill}</Button>
      {templates.length > 0 && (
        <Button kind="quiet" name="act" value="forget">
          {texts.deleteTemplate}
        </Button>
      )}
    </div>
  );
}

/** Keeps what stands in the form as a template. */
export function KeepTemplate(
  { optional, texts }: { optional: string; texts: DocumentTexts },
) {
  return (
    <details class="keep-template">
      <summary>{texts.keepTemplate}</summary>
      <div class="stack">
        <Field
          name="template"
          label={texts.templateName}
          hint={texts.templateHint}
          optional={optional}
          autocomplete="off"
        />
        <div>
          <Button kind="secondary" name="act" value="keep">
            {texts.keepTemplate}
          </Button>
        </div>
      </div>
    </details>
  );
}
