/** How long running sends may take to end, in milliseconds. */
const PATIENCE = 5_000;

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
    const patience = new Promise((done) => setTimeout(done, PATIENCE));
    await Promise.race([idle(), patience]);
    Deno.exit(0);
  });
}
