import { formatAmount } from "@/i18n/format.ts";
import { t } from "@/i18n/mod.ts";
import { Button } from "@/components/ui/Button.tsx";
import { Field } from "@/components/ui/Field.tsx";
import { Select } from "@/components/ui/Select.tsx";
import { type DraftFieldsProps, linesOf, textOf } from "./form_state.ts";

/** Acts with the tariff of the day of the consultation, supplement and what is paid. */
export function FeeNoteFields(
  { content, catalogue, optional, language, texts, errors }: DraftFieldsProps,
) {
  const acts = catalogue.acts.map(({ code, name, cents }) => ({
    value: code,
    label: `${code} · ${name} · ${formatAmount(cents, language)}`,
  }));
  return (
    <>
      {linesOf(content.lines).map((line, index) => (
        <div key={index} class="field-row">
          <Select
            name={`line-${index}-code`}
            label={t(texts.act, { number: index + 1 })}
            value={textOf(line.code)}
            options={[{ value: "", label: texts.chooseAct }, ...acts]}
          />
          <Field
            name={`line-${index}-quantity`}
            label={texts.count}
            width={6}
            inputmode="numeric"
            value={String(line.quantity ?? 1)}
          />
        </div>
      ))}
      <Button kind="secondary" name="act" value="add">{texts.addAct}</Button>
      <div class="field-row">
        <Field
          name="supplement"
          label={texts.supplement}
          optional={optional}
          width={6}
          inputmode="decimal"
          value={euros(content.supplement_cents)}
          error={errors.supplement}
        />
        <Field
          name="paid"
          label={texts.paid}
          optional={optional}
          width={6}
          inputmode="decimal"
          value={euros(content.paid_cents)}
          error={errors.paid}
        />
      </div>
    </>
  );
}

function euros(cents: unknown): string {
  if (typeof cents !== "number" || cents === 0) return "";
  return (cents / 100).toFixed(2);
}
