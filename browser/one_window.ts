/** The last call of this browser, and how this browser is named in it. */
const KEY = "browser";

/**
 * Names this browser among the devices of one person, for one appointment: which of its own windows has the call is
 * decided by {@link takeOver}, not by their clocks. Empty where the browser has no locks, or keeps nothing.
 */
export function browserName(appointmentId: string): string {
  if (!navigator.locks) return "";
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    if (kept?.appointment === appointmentId) return String(kept.name);
    const name = crypto.randomUUID();
    localStorage.setItem(
      KEY,
      JSON.stringify({ appointment: appointmentId, name }),
    );
    return name;
  } catch {
    return "";
  }
}

/**
 * Holds something that only one window of this browser may have, from the moment `held` is called until the
 * returned function is. A window that asks later takes it over; the one that had it hears `onLost`.
 * Where the browser has no locks, every window holds it.
 */
export function takeOver(
  name: string,
  held: () => void,
  onLost: () => void,
): () => void {
  const done = Promise.withResolvers<void>();
  let released = false;
  const locks = navigator.locks;
  if (!locks) {
    held();
    return () => {};
  }
  locks.request(name, { steal: true }, () => {
    held();
    return done.promise;
  }).catch(() => {
    if (!released) onLost();
  });
  return () => {
    released = true;
    done.resolve();
  };
}
