import { ScriptButton } from "./ScriptButton.tsx";
import { aria } from "./aria.ts";
import { Field, type FieldProps } from "./Field.tsx";

type PasswordFieldProps =
  & Omit<FieldProps, "type" | "after" | "inputmode" | "prefix" | "autocomplete">
  & {
    /** `current-password` to sign in, `new-password` to choose one: password managers need to know. */
    autocomplete: "current-password" | "new-password";
    /** For an island: the button that shows what was typed. Without it there is none. */
    reveal?: {
      shown: boolean;
      toggle: () => void;
      text: string;
      label: string;
    };
  };

/** A password, hidden while it is typed. */
export function PasswordField({ reveal, ...field }: PasswordFieldProps) {
  return (
    <Field
      {...field}
      type={reveal?.shown ? "text" : "password"}
      spellcheck={false}
      after={reveal && (
        <ScriptButton
          class="input-action"
          aria-pressed={aria(reveal.shown)}
          aria-label={reveal.label}
          onClick={reveal.toggle}
        >
          {reveal.text}
        </ScriptButton>
      )}
    />
  );
}
