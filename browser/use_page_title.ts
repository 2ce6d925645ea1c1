import { useEffect, useState } from "preact/hooks";

/**
 * What the tab says of a page that changes by itself; null: what the server called it. While nobody looks at the page,
 * how many messages wait, too.
 */
export function usePageTitle(words: string | null, unread = 0): void {
  const [first] = useState(() => globalThis.document?.title ?? "");
  useEffect(() => {
    const show = () => {
      const hidden = document.visibilityState !== "visible";
      const count = hidden && unread > 0 ? `(${unread}) ` : "";
      document.title = count + (words === null ? first : `${words} – eConsult`);
    };
    show();
    document.addEventListener("visibilitychange", show);
    return () => document.removeEventListener("visibilitychange", show);
  }, [words, unread]);
}
