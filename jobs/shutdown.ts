/** How long running sends may take to end, in milliseconds. */
const TIMEOUT_MS = 5_000;

/** What answers to people that are being written get at least, in milliseconds. */
const GRACE = 500;

/**
 * Ends the process at SIGTERM: `stop` is told first, then `idle` may take five seconds. Without this a registered
 * cron keeps `deno serve` alive. What is cut off is sent by another worker when its lease has run out.
 */
export function endOnSigterm(stop: () => void, idle: () => Promise<void>) {
  let ending = false;
  Deno.addSignalListener("SIGTERM", async () => {
    if (ending) return;
    ending = true;
    stop();
    await Promise.race([
      Promise.all([idle(), pause(GRACE)]),
      pause(TIMEOUT_MS),
    ]);
    Deno.exit(0);
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
