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
