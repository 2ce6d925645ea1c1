import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { PasswordField } from "@/components/ui/PasswordField.tsx";
import { passwordStrength, type Strength } from "@/domain/password.ts";

interface NewPasswordFieldsProps {
  /** What is wrong with either field, in words. */
  problems: { password?: string; repeated?: string };
  /** Whose password it is, for password managers; empty where it is not known. */
  username: string;
  texts: {
    newPassword: string;
    repeatPassword: string;
    range: string;
    show: string;
    showLabel: string;
    strength: string;
    /** From weak to very good. */
    strengths: readonly [string, string, string, string];
  };
}

/** A new password, twice. In the browser it can be shown, and its strength is told while it is typed. */
export default function NewPasswordFields(
  { problems, username, texts }: NewPasswordFieldsProps,
) {
  const shown = useSignal(false);
  const running = useSignal(false);
  const strength = useSignal<Strength | null>(null);
  const judge = (password: string) => {
    strength.value = password ? passwordStrength(password) : null;
  };
  useEffect(() => {
    running.value = true;
    // Whoever types faster than the script arrives is told, too.
    const field = document.getElementById("field-password");
    if (field instanceof HTMLInputElement) judge(field.value);
  }, []);
  const reveal = running.value
    ? {
      shown: shown.value,
      toggle: () => shown.value = !shown.value,
      text: texts.show,
      label: texts.showLabel,
    }
    : undefined;
  return (
    <>
      <input
        class="visually-hidden"
        type="text"
        name="username"
        value={username}
        autocomplete="username"
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <PasswordField
        name="password"
        label={texts.newPassword}
        hint={texts.range}
        error={problems.password}
        autocomplete="new-password"
        reveal={reveal}
        onInput={(event) => judge(event.currentTarget.value)}
      />
      <div class="strength">
        {strength.value !== null && (
          <meter
            min={0}
            max={4}
            low={2}
            high={3}
            optimum={4}
            value={strength.value + 1}
            aria-hidden="true"
          />
        )}
        <p role="status">
          {strength.value !== null && (
            <>
              {texts.strength}:{" "}
              <strong>{texts.strengths[strength.value]}</strong>
            </>
          )}
        </p>
      </div>
      <PasswordField
        name="repeated"
        label={texts.repeatPassword}
        error={problems.repeated}
        autocomplete="new-password"
        reveal={reveal && { ...reveal, label: texts.showLabel }}
      />
    </>
  );
}
