import { useEffect } from "preact/hooks";
import { UnreadAnswer } from "@/browser/answers.ts";
import { ask } from "@/browser/api.ts";

/** How often a page that somebody looks at asks, in milliseconds. */
const ASK_MS = 20_000;

/** Keeps the number of unread messages in the header while somebody looks; it draws nothing of its own. */
export function UnreadNews(
  { unread, path }: { unread: number; path: string },
) {
  useEffect(() => {
    let shown = unread;
    const show = (count: number) => {
      if (count === shown) return;
      shown = count;
      // The header comes from the server and is no part of any island.
      for (const one of document.querySelectorAll("[data-unread]")) {
        const number = one.lastElementChild;
        if (number) number.textContent = String(count);
        one.toggleAttribute("hidden", count === 0);
      }
    };
    const refresh = () => {
      if (document.visibilityState !== "visible") return;
      ask(path, UnreadAnswer).then((answer) => show(answer.unread))
        // Asked again soon; the session's end is told by the next page.
        .catch(() => {});
    };
    const timer = setInterval(refresh, ASK_MS);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, []);
  return null;
}
