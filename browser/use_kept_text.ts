import { useEffect, useState } from "preact/hooks";

/** A text that is being written: it survives a reload of this tab, and is gone with it. */
export function useKeptText(key: string): [string, (text: string) => void] {
  const [text, setText] = useState("");
  useEffect(() => {
    try {
      setText(sessionStorage.getItem(key) ?? "");
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
