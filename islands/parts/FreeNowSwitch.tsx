import { aria } from "@/components/ui/aria.ts";
import { useEffect, useState } from "preact/hooks";
import { FreeNowAnswer } from "@/browser/answers.ts";
import { ask } from "@/browser/api.ts";
import { paths } from "@/domain/paths.ts";
import { formatTime } from "@/i18n/format.ts";
import type { WorkspaceTexts } from "@/i18n/fr/workspace.ts";
import { type Language, t } from "@/i18n/mod.ts";

interface FreeNowSwitchProps {
  /** Until when, ISO instant; null while it is off. Follows the day. */
  until: string | null;
  /** How long it lasts when nothing ends it before. */
  minutes: number;
  zone: string;
  language: Language;
  texts: WorkspaceTexts;
  onChange: () => Promise<void>;
  onProblem: (error: unknown) => void;
}

/** The open page says so often that the doctor is there, in milliseconds; the database waits three minutes. */
const KEEP_MS = 60_000;

/** *Free now*: on for two hours; ends by itself when the page is closed or a booked patient comes. */
export function FreeNowSwitch(props: FreeNowSwitchProps) {
  const { until, minutes, texts, onChange, onProblem } = props;
  const [busy, setBusy] = useState(false);
  const on = until !== null;
  useEffect(() => {
    if (!on) return;
    const keep = () => {
      ask(paths.freeNow(), FreeNowAnswer, { method: "PUT", repeatable: true })
        .catch(() => {}); // The next minute asks again.
    };
    keep();
    const timer = setInterval(keep, KEEP_MS);
    return () => clearInterval(timer);
  }, [on]);

  const toggle = async () => {
    setBusy(true);
    try {
      await ask(paths.freeNow(), FreeNowAnswer, {
        method: "POST",
        repeatable: true,
        body: { minutes: on ? 0 : minutes },
      });
      await onChange();
    } catch (error) {
      onProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form method="post" class="switch-form">
      <input type="hidden" name="intent" value="free-now" />
      <input type="hidden" name="minutes" value={on ? 0 : minutes} />
      <button
        type="submit"
        class="switch"
        role="switch"
        aria-checked={aria(on)}
        aria-busy={aria(busy)}
        onClick={(event) => {
          event.preventDefault();
          if (!busy) void toggle();
        }}
      >
        <span class="switch-track" aria-hidden="true" />
        {on
          ? t(texts.freeNowUntil, {
            time: formatTime(until, props.language, props.zone),
          })
          : texts.freeNow}
      </button>
    </form>
  );
}
