import { useEffect } from "preact/hooks";

interface HiddenAfterProps {
  /** The id of a part of the page. */
  part: string;
  /** ISO instants; `now` is the server's clock, not the device's. */
  now: string;
  until: string;
}

/** Hides a part of an open page when its time is over, as the next page would; it draws nothing of its own. */
export function HiddenAfter({ part, now, until }: HiddenAfterProps) {
  useEffect(() => {
    const ends = Date.now() + Date.parse(until) - Date.parse(now);
    const look = () => {
      if (Date.now() < ends) return;
      document.getElementById(part)?.setAttribute("hidden", "");
    };
    const timer = setTimeout(look, ends - Date.now());
    // A device that slept has missed its timer.
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return null;
}
