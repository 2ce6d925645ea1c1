import { Icon } from "@/components/ui/Icon.tsx";

export interface ReadyTick {
  kind: "camera" | "microphone" | "connection";
  state: "ready" | "checking" | "missing";
  /** `Caméra prête`, `Caméra bloquée`. */
  text: string;
}

const iconOf = {
  ready: "success",
  checking: "clock",
  missing: "error",
} as const;

/** What is ready for the call and what is not: camera, microphone, connection. */
export function ReadyTicks(
  { label, ticks }: { label: string; ticks: readonly ReadyTick[] },
) {
  return (
    <ul class="ticks" aria-label={label}>
      {ticks.map(({ kind, state, text }) => (
        <li key={kind} class={`tick tick-${state}`}>
          <Icon name={iconOf[state]} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
