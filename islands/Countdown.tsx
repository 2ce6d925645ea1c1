import { useEffect, useState } from "preact/hooks";
import { CountdownFigure } from "@/components/ui/CountdownFigure.tsx";
import type { Language } from "@/i18n/mod.ts";
import { formatDuration } from "@/i18n/spoken.ts";

interface CountdownProps {
  label: string;
  /** ISO instants; `now` is the database's clock, not the device's. */
  now: string;
  until: string;
  language: Language;
}

/** How often it is written anew, in milliseconds: the figure has minutes. */
const TICK_MS = 5_000;

/** Counts down by the server's clock; when it has run out, the page is read again. */
export function Countdown({ label, now, until, language }: CountdownProps) {
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
    <CountdownFigure label={label} figure={formatDuration(left, language)} />
  );
}
