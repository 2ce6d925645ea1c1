import type { JSX } from "preact";
import { FieldFrame, fieldIds, type LabelledInput } from "./FieldFrame.tsx";

export interface TextareaProps extends LabelledInput {
  value?: string;
  rows?: number;
  onInput?: JSX.InputEventHandler<HTMLTextAreaElement>;
}

/** A multi-line input with label. */
export function Textarea(props: TextareaProps) {
  const {
    name,
    id = `field-${name}`,
    label,
    hint,
    error,
    optional,
    value = "",
    rows = 4,
    ...area
  } = props;
  return (
    <FieldFrame {...{ id, label, hint, error, optional }}>
      <span class="input">
        <textarea
          {...area}
          id={id}
          name={name}
          rows={rows}
          value={value}
          aria-required={optional === undefined ? "true" : undefined}
          {...fieldIds(id, hint, error)}
        />
      </span>
    </FieldFrame>
  );
}
