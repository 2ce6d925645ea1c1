const SIGNALS: Deno.Signal[] = Deno.build.os === "windows"
  ? ["SIGINT"]
  : ["SIGINT", "SIGTERM"];

/** Resolves at the first SIGINT or SIGTERM. */
export function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      for (const signal of SIGNALS) Deno.removeSignalListener(signal, stop);
      resolve();
    };
    for (const signal of SIGNALS) Deno.addSignalListener(signal, stop);
  });
}
