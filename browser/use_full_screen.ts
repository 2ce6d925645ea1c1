import { useEffect, useState } from "preact/hooks";

/** Whether something fills the screen, and a function that makes an element do so, or no longer. */
export function useFullScreen(
  element: { current: HTMLElement | null },
): [boolean, (full: boolean) => void] {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const changed = () => setFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", changed);
    return () => document.removeEventListener("fullscreenchange", changed);
  }, []);
  return [full, (wanted) => {
    const done = wanted
      ? element.current?.requestFullscreen?.()
      : document.exitFullscreen();
    // Some tablets have no full screen for pages: the call fills the window anyway.
    done?.catch(() => {});
  }];
}
