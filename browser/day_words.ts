import { type Language, t } from "@/i18n/mod.ts";
import { isSpokenForm, isToday, spokenForms } from "@/i18n/spoken.ts";

/** In every zone the day changes at a full quarter of an hour of UTC, in milliseconds. */
const QUARTER = 15 * 60_000;
const DAY = 24 * 60 * 60_000;

/**
 * Says "tomorrow" and "today" anew on an open page when the day changes in the zone of what they are said of, until the
 * returned function is called. `serverNow` (ISO instant) is when the page was made: the device's clock may be off.
 * Looks four times an hour, and when somebody comes back to the page: a device that slept has missed its timers.
 */
export function followDays(language: Language, serverNow: string): () => void {
  const offset = Date.parse(serverNow) - Date.now();
  let seen = Date.parse(serverNow);
  let timer: ReturnType<typeof setTimeout>;
  const look = () => {
    clearTimeout(timer);
    const now = Date.now() + offset;
    sayAnew(language, seen, now);
    seen = now;
    timer = setTimeout(look, QUARTER - now % QUARTER + 500);
  };
  look();
  document.addEventListener("visibilitychange", look);
  // From the memory of the browser, where its timers stood still.
  addEventListener("pageshow", look);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", look);
    removeEventListener("pageshow", look);
  };
}

function sayAnew(language: Language, seen: number, now: number) {
  for (const one of document.querySelectorAll<HTMLElement>("[data-spoken]")) {
    const words = wordsOf(one, language, now);
    const shown = shownBy(one);
    if (words === null || shown === words) continue;
    // What is neither ours of now nor of the day before was put there by a browser that translates, and stands for the day.
    if (
      words !== wordsOf(one, language, seen) ||
      shown === wordsOf(one, language, now - DAY)
    ) show(one, words);
  }
  for (const one of document.querySelectorAll<HTMLElement>("[data-day]")) {
    const { day = "", dayZone } = one.dataset;
    one.classList.toggle("week-today", isToday(day, dayZone, atInstant(now)));
  }
}

/** What an element should say; null for one that is not well marked. */
function wordsOf(
  { dataset }: HTMLElement,
  language: Language,
  now: number,
): string | null {
  const { spoken, spokenAt, spokenZone, spokenSays } = dataset;
  if (!isSpokenForm(spoken) || spokenAt === undefined) return null;
  const when = spokenForms[spoken](
    spokenAt,
    language,
    spokenZone,
    atInstant(now),
  );
  return spokenSays === undefined ? when : t(spokenSays, { when });
}

function atInstant(milliseconds: number) {
  return { epochMilliseconds: milliseconds };
}

function shownBy(element: HTMLElement): string | null {
  return "spokenLabel" in element.dataset
    ? element.getAttribute("aria-label")
    : element.textContent;
}

function show(element: HTMLElement, words: string) {
  if ("spokenLabel" in element.dataset) {
    return element.setAttribute("aria-label", words);
  }
  // An island keeps hold of its text: the same one is changed where it is alone.
  const [text, ...others] = element.childNodes;
  if (text instanceof Text && others.length === 0) text.data = words;
  else element.textContent = words;
}
