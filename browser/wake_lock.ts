/**
 * Keeps the screen awake until the returned function is called, where the browser can: nobody touches it who waits.
 * `onHeld` hears whether it does.
 */
export function keepAwake(onHeld?: (held: boolean) => void): () => void {
  let lock: WakeLockSentinel | undefined;
  let done = false;
  const request = async () => {
    if (document.visibilityState !== "visible") return;
    try {
      const held = await navigator.wakeLock?.request("screen");
      if (done) return void await held?.release();
      lock = held;
      onHeld?.(held !== undefined);
    } catch {
      onHeld?.(false);
      // Refused (battery low, not allowed): the screen goes its own way.
    }
  };
  // The browser takes it back when the page is hidden.
  document.addEventListener("visibilitychange", request);
  void request();
  return () => {
    done = true;
    document.removeEventListener("visibilitychange", request);
    void lock?.release();
  };
}
