import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import { Icon } from "@/components/ui/Icon.tsx";

interface CallStatusProps {
  /** Name of the remote participant. */
  name: string;
  /** How long it has lasted: `08:12`; nothing where the clock is not shown. */
  elapsed?: string;
  /** After the time: `sur 10 min`, or that the slot is over. */
  ofLength?: string;
  /** Connection: 1 bad, 2 fair, 3 good, with its word. */
  quality?: { level: 1 | 2 | 3; label: string };
}

/** Who, how long, and how good the connection is. */
export function CallStatus(
  { name, elapsed, ofLength, quality }: CallStatusProps,
) {
  return (
    <p class="stage-label call-facts">
      <strong>
        <bdi>{name}</bdi>
      </strong>
      {elapsed && (
        <span class="call-time">
          <time>{elapsed}</time> <span>{ofLength}</span>
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

/** The quality of a connection (0 to 100) as its level and word; nothing before it was measured. */
export function qualityOf(percent: number | null, texts: ConsultationTexts) {
  if (percent === null) return undefined;
  if (percent >= 70) return { level: 3 as const, label: texts.qualityGood };
  if (percent >= 30) return { level: 2 as const, label: texts.qualityFair };
  return { level: 1 as const, label: texts.qualityBad };
}
