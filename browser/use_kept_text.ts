import { useEffect, useState } from "preact/hooks";

/** A text that is being written: it survives a reload of this tab, and is gone with it. At first what the page sent. */
export function useKeptText(
  key: string,
  sent = "",
): [string, (text: string) => void] {
  const [text, setText] = useState(sent);
  useEffect(() => {
    try {
      setText(sessionStorage.getItem(key) ?? sent);
    } catch {
      // Storage is closed to us: the text lives as long as the page.
    }
  }, [key]);
  return [text, (next) => {
    setText(next);
    try {
      if (next === "") sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, next);
    } catch {
      // As above.
    }
  }];
}
