import type { ComponentChildren, JSX } from "preact";
import { FieldError, fieldIds } from "./FieldFrame.tsx";

export interface CheckboxProps {
  name: string;
  id?: string;
  /** May hold a link, as to the terms. */
  label: ComponentChildren;
  hint?: ComponentChildren;
  error?: string;
  value?: string;
  checked?: boolean;
  required?: boolean;
  disabled?: boolean;
  onChange?: JSX.GenericEventHandler<HTMLInputElement>;
}

/** A checkbox with label. */
export function Checkbox(props: CheckboxProps) {
  const {
    name,
    id = `field-${name}`,
    label,
    hint,
    error,
    value = "yes",
    ...input
  } = props;
  return (
    <div class={error ? "field field-wrong" : "field"}>
      {error && <FieldError id={id} error={error} />}
      <div class="checkbox">
        <input
          {...input}
          type="checkbox"
          id={id}
          name={name}
          value={value}
          {...fieldIds(id, hint, error)}
        />
        <div>
          <label for={id}>{label}</label>
          {hint && <p class="field-hint" id={`${id}-hint`}>{hint}</p>}
        </div>
      </div>
    </div>
  );
}
