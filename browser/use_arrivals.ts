import { useEffect, useRef, useState } from "preact/hooks";
import { playOnce } from "./ring.ts";

/**
 * The name of whoever came last, announced with a quiet sound; empty until somebody comes. In a tab at the back the
 * system shows `notification` where the doctor has allowed it: without a name, others see the screen.
 */
export function useArrivals(
  waiting: readonly { id: string; name: string }[],
  notification: string,
): string {
  const known = useRef<Set<string> | null>(null);
  const [name, setName] = useState("");
  useEffect(() => {
    const before = known.current;
    known.current = new Set(waiting.map(({ id }) => id));
    const arrived = before && waiting.find(({ id }) => !before.has(id));
    if (!arrived) return;
    setName(arrived.name);
    // Where the browser forbids sound, the list and the announcement still tell.
    playOnce("/sounds/test.wav", "").catch(() => {});
    if (document.hidden && mayNotify()) showNotification(notification);
  }, [waiting.map(({ id }) => id).join()]);
  return name;
}

function showNotification(text: string): void {
  try {
    const shown = new Notification("eConsult", { body: text, tag: "arrival" });
    shown.onclick = () => {
      focus();
      shown.close();
    };
  } catch {
    // Android shows notifications from service workers only; the sound has told.
  }
}

function mayNotify(): boolean {
  return "Notification" in globalThis && Notification.permission === "granted";
}

/** Whether the browser could show notifications and was not asked yet, and asking. */
export function useNotificationConsent(): [boolean, () => void] {
  const [askable, setAskable] = useState(false);
  useEffect(() => {
    setAskable(
      "Notification" in globalThis && Notification.permission === "default",
    );
  }, []);
  return [askable, () => {
    void Notification.requestPermission().then(() => setAskable(false));
  }];
}
