import type { ComponentChildren, JSX } from "preact";
import { FieldFrame, fieldIds, type LabelledInput } from "./FieldFrame.tsx";

export interface FieldProps extends LabelledInput {
  /** False for the rare field that may stay empty and whose hint says when. */
  required?: boolean;
  value?: string;
  type?:
    | "text"
    | "email"
    | "tel"
    | "search"
    | "date"
    | "password"
    | "url"
    | "number"
    | "time";
  autocomplete?: string;
  inputmode?: "text" | "numeric" | "tel" | "email" | "search" | "decimal";
  /** Shown before the text, as `+352`; not sent. */
  prefix?: string;
  /** Width in characters, as a hint at the length of the answer: 6 (code), 13 (matricule), 20; defaults to the column. */
  width?: 6 | 13 | 20;
  spellcheck?: boolean;
  /** No automatic capital on phones: for e-mail addresses and account names. */
  autocapitalize?: "none";
  autofocus?: boolean;
  disabled?: boolean;
  readOnly?: boolean;
  list?: string;
  /** After the input, inside its frame: the button that shows a password. */
  after?: ComponentChildren;
  onInput?: JSX.InputEventHandler<HTMLInputElement>;
}

/** A one-line input with label. Required by default; `optional` makes it optional. */
export function Field(props: FieldProps) {
  const {
    name,
    id = `field-${name}`,
    label,
    hint,
    error,
    optional,
    required = optional === undefined,
    prefix,
    width,
    after,
    ...input
  } = props;
  return (
    <FieldFrame {...{ id, label, hint, error, optional }}>
      <span class={`input${width ? ` input-${width}` : ""}`}>
        {prefix && <span class="input-prefix" aria-hidden="true">{prefix}
        </span>}
        <input
          {...input}
          type={input.type ?? "text"}
          id={id}
          name={name}
          aria-required={required ? "true" : undefined}
          {...fieldIds(id, hint, error)}
        />
        {after}
      </span>
    </FieldFrame>
  );
}
