import type { JSX } from "preact";
import { FieldFrame, fieldIds, type LabelledInput } from "./FieldFrame.tsx";
import { Icon } from "./Icon.tsx";

export interface SelectProps extends LabelledInput {
  value?: string;
  options: readonly { value: string; label: string; disabled?: boolean }[];
  autocomplete?: string;
  disabled?: boolean;
  onChange?: JSX.GenericEventHandler<HTMLSelectElement>;
}

/** A select with label. */
export function Select(props: SelectProps) {
  const {
    name,
    id = `field-${name}`,
    label,
    hint,
    error,
    optional,
    value,
    options,
    ...select
  } = props;
  return (
    <FieldFrame {...{ id, label, hint, error, optional }}>
      <span class="input select">
        <select {...select} id={id} name={name} {...fieldIds(id, hint, error)}>
          {options.map((option) => (
            <option
              key={option.value}
              value={option.value}
              selected={option.value === value}
              disabled={option.disabled}
            >
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" />
      </span>
    </FieldFrame>
  );
}
