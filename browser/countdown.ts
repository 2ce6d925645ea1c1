import type { Language } from "@/i18n/mod.ts";
import { formatDuration } from "@/i18n/spoken.ts";

/** How often it is written anew, in milliseconds: the figure has minutes. */
const TICK_MS = 5_000;

/**
 * Keeps the figures of a page (`data-until`, an ISO instant) going by the server's clock, until the returned function
 * is called. `serverNow` (ISO instant) is when the page was made. When one has run out `onOver` is called, and again as
 * long as it stands there.
 */
export function countDown(
  language: Language,
  serverNow: string,
  onOver: () => void,
): () => void {
  const offset = Date.parse(serverNow) - Date.now();
  const tick = () => {
    const figures = document.querySelectorAll<HTMLElement>("[data-until]");
    let over = false;
    for (const figure of figures) {
      const until = Date.parse(figure.dataset.until ?? "");
      const left = until - Date.now() - offset;
      const words = formatDuration(left, language);
      // All of it anew: a browser that translates has put its own elements there.
      if (figure.textContent !== words) figure.textContent = words;
      over ||= left <= 0;
    }
    if (over) onOver();
  };
  const timer = setInterval(tick, TICK_MS);
  return () => clearInterval(timer);
}
