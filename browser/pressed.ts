/** What a press turns on. */
export type Pressed = "equipment" | "call";

/**
 * Whether the person at this tab has pressed for it: only then do camera and microphone come on by themselves after a
 * reload. A tab that was opened anew asks for a press, and so does one whose storage is closed to us.
 */
export function pressedHere(kind: Pressed, what: string): boolean {
  try {
    return sessionStorage.getItem(kind) === what;
  } catch {
    return false;
  }
}

/** The person at this tab has pressed for it; null when it is over. */
export function keepPress(kind: Pressed, what: string | null): void {
  try {
    if (what === null) sessionStorage.removeItem(kind);
    else sessionStorage.setItem(kind, what);
  } catch {
    // As above: a reload asks again.
  }
}

/** What one presses for to be seen and heard: whenever the call goes on after its end or a telephone call, it is another. */
export function callOf(
  id: string,
  { resumed_at }: { readonly resumed_at: string | null },
): string {
  return `${id} ${resumed_at ?? ""}`;
}
