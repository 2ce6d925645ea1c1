import { Spoken } from "./Spoken.tsx";
import { type Language, type Text } from "@/i18n/mod.ts";
import { formatDuration } from "@/i18n/spoken.ts";

interface CountdownProps {
  /** `La salle d’attente ouvre {when}, dans`. */
  says: Text<"when">;
  /** IANA name. */
  zone: string;
  /** ISO instants. */
  now: string;
  until: string;
  language: Language;
}

/** How long it still takes. `browser/countdown.ts` keeps it going. */
export function CountdownFigure(props: CountdownProps) {
  const { says, zone, now, until, language } = props;
  const left = Date.parse(until) - Date.parse(now);
  return (
    <div class="countdown">
      <p class="soft">
        <Spoken form="moment" at={until} {...{ now, zone, language, says }} />
      </p>
      <p class="countdown-figure" data-until={until}>
        {formatDuration(left, language)}
      </p>
    </div>
  );
}
