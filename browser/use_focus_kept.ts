import { useEffect, useRef } from "preact/hooks";

/**
 * When what had the focus is gone, the page's content has it: a keyboard goes on there, not at the top of the page,
 * and a screen reader says where it is (WCAG 2.4.3). For pages that change by themselves, such as a call that ends.
 */
export function useFocusKept(): void {
  const last = useRef<EventTarget | null>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      last.current = target;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  useEffect(() => {
    const gone = last.current instanceof Element && !last.current.isConnected;
    if (!gone || document.activeElement !== document.body) return;
    document.getElementById("content")?.focus({ preventScroll: true });
  });
}
