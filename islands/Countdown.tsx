import { useEffect } from "preact/hooks";
import { countDown } from "@/browser/countdown.ts";
import type { Language } from "@/i18n/mod.ts";

interface CountdownProps {
  /** ISO instant: the database's clock, not the device's. */
  now: string;
  language: Language;
}

/** Keeps the page's `CountdownFigure` going; when it has run out, the page is read again. It draws nothing of its own. */
export function Countdown({ now, language }: CountdownProps) {
  useEffect(() => countDown(language, now, () => location.reload()), []);
  return null;
}
