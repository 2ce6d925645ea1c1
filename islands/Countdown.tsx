import { useEffect, useState } from "preact/hooks";
import { CountdownFigure } from "@/components/ui/CountdownFigure.tsx";
import { Spoken } from "@/components/ui/Spoken.tsx";
import type { Language, Text } from "@/i18n/mod.ts";
import { formatDuration } from "@/i18n/spoken.ts";

interface CountdownProps {
  /** `La salle d’attente ouvre {when}, dans`. */
  says: Text<"when">;
  /** IANA name. */
  zone: string;
  /** ISO instants; `now` is the database's clock, not the device's. */
  now: string;
  until: string;
  language: Language;
}

/** How often it is written anew, in milliseconds: the figure has minutes. */
const TICK_MS = 5_000;

/** Counts down by the server's clock; when it has run out, the page is read again. */
export function Countdown(
  { says, zone, now, until, language }: CountdownProps,
) {
  const whole = Date.parse(until) - Date.parse(now);
  const [left, setLeft] = useState(whole);

  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(() => {
      const rest = whole - (performance.now() - began);
      setLeft(rest);
      if (rest > 0) return;
      clearInterval(timer);
      location.reload();
    }, TICK_MS);
    return () => clearInterval(timer);
  }, []);

  return (
    <CountdownFigure
      label={
        <Spoken form="moment" at={until} {...{ now, zone, language, says }} />
      }
      figure={formatDuration(left, language)}
    />
  );
}
