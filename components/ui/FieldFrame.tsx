import type { ComponentChildren } from "preact";
import { Icon } from "./Icon.tsx";

/** What every labelled input is given. */
export interface LabelledInput {
  /** Name in the form; the element's id is `field-` and this, unless `id` is given. */
  name: string;
  id?: string;
  label: string;
  hint?: ComponentChildren;
  /** What is wrong and what to do. Shown at the field; list it in an `ErrorSummary` too. */
  error?: string;
  /** The word for "optional" when the field may stay empty. */
  optional?: string;
}

interface FieldFrameProps extends Omit<LabelledInput, "name" | "id"> {
  id: string;
  children: ComponentChildren;
}

/** Label, hint and error around an input, in the order in which they are read. */
export function FieldFrame(
  { id, label, hint, error, optional, children }: FieldFrameProps,
) {
  return (
    <div class={error ? "field field-wrong" : "field"}>
      <label for={id}>
        {label}
        {optional && <span class="field-optional">{` (${optional})`}</span>}
      </label>
      {hint && <p class="field-hint" id={`${id}-hint`}>{hint}</p>}
      {error && <FieldError id={id} error={error} />}
      {children}
    </div>
  );
}

/** What is wrong with the input `id`. */
export function FieldError({ id, error }: { id: string; error: string }) {
  return (
    <p class="field-error" id={`${id}-error`}>
      <Icon name="error" />
      <span>{error}</span>
    </p>
  );
}

/** The attributes that tie an input to its hint and error. */
export function fieldIds(id: string, hint: ComponentChildren, error?: string) {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""]
    .filter(Boolean).join(" ");
  return {
    "aria-describedby": described || undefined,
    "aria-invalid": error ? "true" as const : undefined,
  };
}
