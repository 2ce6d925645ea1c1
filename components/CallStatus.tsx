import { Icon } from "./Icon.tsx";

interface CallStatusProps {
  /** The other person. */
  name: string;
  /** How long it has lasted: `08:12`. */
  elapsed?: string;
  /** Past the slot's length: amber, with the word for it. */
  overtime?: string;
  /** Connection: 1 bad, 2 fair, 3 good, with its word. */
  quality?: { level: 1 | 2 | 3; label: string };
}

/** Who, how long, and how good the connection is. */
export function CallStatus(
  { name, elapsed, overtime, quality }: CallStatusProps,
) {
  return (
    <p class="call-facts">
      <strong>{name}</strong>
      {elapsed && (
        <span class={overtime ? "call-time call-overtime" : "call-time"}>
          <Icon name="clock" />
          <time>{elapsed}</time>
          {overtime && <span>{overtime}</span>}
        </span>
      )}
      {quality && (
        <span class={`call-quality call-quality-${quality.level}`}>
          <Icon name="signal" />
          <span>{quality.label}</span>
        </span>
      )}
    </p>
  );
}
