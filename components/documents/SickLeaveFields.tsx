import { Choices } from "@/components/ui/Choices.tsx";
import { Field } from "@/components/ui/Field.tsx";
import { Select } from "@/components/ui/Select.tsx";
import { Textarea } from "@/components/ui/Textarea.tsx";
import { type DraftFieldsProps, textOf } from "./form_state.ts";

/** First and last day, kind, diagnosis and outings. */
export function SickLeaveFields(
  { content, catalogue, length, optional, texts, errors }: DraftFieldsProps,
) {
  return (
    <>
      <div class="field-row">
        <Field
          name="from"
          type="date"
          label={texts.firstDay}
          value={textOf(content.from)}
        />
        <Field
          name="to"
          type="date"
          label={texts.lastDay}
          value={textOf(content.to)}
        />
      </div>
      {length}
      <Select
        name="type"
        label={texts.sickLeaveType}
        value={textOf(content.type) || "initial"}
        options={[
          { value: "initial", label: texts.sickLeaveInitial },
          { value: "prolongation", label: texts.sickLeaveProlongation },
          { value: "relapse", label: texts.sickLeaveRelapse },
        ]}
      />
      <Field
        name="diagnosis"
        label={texts.diagnosis}
        width={6}
        value={textOf(content.diagnosis)}
        error={errors.diagnosis}
        autocomplete="off"
        list="diagnoses"
        spellcheck={false}
      />
      <datalist id="diagnoses">
        {catalogue.frequent.map((code) => <option key={code} value={code} />)}
      </datalist>
      <Choices
        name="outings"
        legend={texts.outings}
        value={textOf(content.outings) || "restricted"}
        options={[
          { value: "none", label: texts.outingsNone },
          { value: "restricted", label: texts.outingsRestricted },
          { value: "free", label: texts.outingsFree },
        ]}
      />
      <Textarea
        name="reason"
        label={texts.sickLeaveReason}
        optional={optional}
        rows={2}
        value={textOf(content.reason)}
        error={errors.reason}
      />
    </>
  );
}
