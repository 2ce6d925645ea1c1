import { medicineText } from "@/domain/medicines.ts";
import { t } from "@/i18n/mod.ts";
import { Button } from "@/components/ui/Button.tsx";
import { Field } from "@/components/ui/Field.tsx";
import { Select } from "@/components/ui/Select.tsx";
import { Textarea } from "@/components/ui/Textarea.tsx";
import { type DraftFieldsProps, linesOf, textOf } from "./form_state.ts";

/** The list of the doctor's own frequent medicines: whoever picks one has filled its whole line. */
const MEDICINES = "medicines";

/** How often a medicine may be renewed. Mirrored in SQL: private.prescription_problem. */
const renewals = ["0", "1", "2", "3", "4", "5"];

/** Medicines, one block each, and the advice below. */
export function PrescriptionFields(props: DraftFieldsProps) {
  const { content, catalogue, optional, texts, errors } = props;
  const frequent = new Set(
    catalogue.lines.map(medicineText).filter((text) => text !== null),
  );
  const lines = linesOf(content.lines);
  return (
    <>
      {lines.map((line, index) => (
        <MedicineFields
          key={index}
          {...props}
          line={line}
          index={index}
          removable={lines.length > 1}
        />
      ))}
      <datalist id={MEDICINES}>
        {[...frequent].map((text) => <option key={text} value={text} />)}
      </datalist>
      <Button kind="secondary" name="act" value="add">
        {texts.addMedicine}
      </Button>
      <Textarea
        name="advice"
        label={texts.advice}
        optional={optional}
        rows={3}
        value={textOf(content.advice)}
        error={errors.advice}
      />
    </>
  );
}

function MedicineFields(
  { line, index, removable, texts, optional, errors }: DraftFieldsProps & {
    line: Readonly<Record<string, unknown>>;
    index: number;
    removable: boolean;
  },
) {
  const field = (name: string, label: string, list?: string) => (
    <Field
      name={`line-${index}-${name}`}
      label={label}
      value={textOf(line[name])}
      list={list}
      autocomplete="off"
      error={errors[`line-${index}-${name}`]}
    />
  );
  const number = index + 1;
  return (
    <fieldset class="line-fields">
      <legend>{t(texts.medicine, { number })}</legend>
      {field("name", texts.medicineName, MEDICINES)}
      <div class="field-row">
        {field("strength", texts.strength)}
        {field("form", texts.form)}
        {field("dose", texts.dose)}
        {field("duration", texts.duration)}
        {field("quantity", texts.quantity)}
        <Select
          name={`line-${index}-renewals`}
          label={texts.renewals}
          value={String(line.renewals ?? 0)}
          options={renewals.map((value) => ({ value, label: value }))}
        />
      </div>
      <Field
        name={`line-${index}-remark`}
        label={texts.remark}
        optional={optional}
        value={textOf(line.remark)}
        error={errors[`line-${index}-remark`]}
      />
      {removable && (
        <Button kind="quiet" name="act" value={`remove-${index}`}>
          {t(texts.removeMedicine, { number })}
        </Button>
      )}
    </fieldset>
  );
}
