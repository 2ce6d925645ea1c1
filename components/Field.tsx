import type { ComponentChildren, JSX } from "preact";
import { FieldFrame, fieldIds } from "./FieldFrame.tsx";

export interface FieldProps {
  /** Name in the form; the element's id is `field-` and this, unless `id` is given. */
  name: string;
  id?: string;
  label: string;
  hint?: ComponentChildren;
  /** What is wrong and what to do. Shown at the field; list it in an `ErrorSummary` too. */
  error?: string;
  /** The word for "optional" when the field may stay empty. */
  optional?: string;
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
  /** A width that tells how long the answer is: 6 (a code), 13 (a matricule), 20 characters; else the column. */
  width?: 6 | 13 | 20;
  minLength?: number;
  maxLength?: number;
  spellcheck?: boolean;
  /** A phone begins no capital here: for addresses and names of accounts. */
  autocapitalize?: "none";
  autofocus?: boolean;
  disabled?: boolean;
  readOnly?: boolean;
  list?: string;
  /** After the input, inside its frame: the button that shows a password. */
  after?: ComponentChildren;
  onInput?: JSX.InputEventHandler<HTMLInputElement>;
}

/** A question with one line for the answer. All fields are required unless `optional` says otherwise. */
export function Field(props: FieldProps) {
  const {
    name,
    id = `field-${name}`,
    label,
    hint,
    error,
    optional,
    prefix,
    width,
    after,
    ...input
  } = props;
  return (
    <FieldFrame
      id={id}
      label={label}
      hint={hint}
      error={error}
      optional={optional}
    >
      <span class={`input${width ? ` input-${width}` : ""}`}>
        {prefix && <span class="input-prefix" aria-hidden="true">{prefix}
        </span>}
        <input
          {...input}
          type={input.type ?? "text"}
          id={id}
          name={name}
          aria-required={optional === undefined ? "true" : undefined}
          {...fieldIds(id, hint, error)}
        />
        {after}
      </span>
    </FieldFrame>
  );
}
