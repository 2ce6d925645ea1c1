import { Icon } from "./Icon.tsx";

export interface ReadyCheck {
  /** `Caméra`. */
  label: string;
  state: "ready" | "checking" | "missing";
  /** What it is, or what to do: `FaceTime HD`, `Autorisez la caméra dans le navigateur`. */
  detail: string;
}

/** What is ready for the call and what is not: camera, microphone, connection. */
export function ReadyChecks(
  { label, checks }: { label: string; checks: readonly ReadyCheck[] },
) {
  return (
    <ul class="checks" aria-label={label}>
      {checks.map((check) => (
        <li key={check.label} class={`check check-${check.state}`}>
          <span class="check-mark">
            {check.state === "ready" && <Icon name="check" />}
            {check.state === "missing" && <Icon name="cross" />}
          </span>
          <span>
            <strong>{check.label}</strong>
            <span class="check-detail">{check.detail}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
