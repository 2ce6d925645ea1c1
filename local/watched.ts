import { fileURLToPath } from "node:url";

/** The process that ends what a killed supervisor leaves. */
export interface Watchdog {
  /** Tells it `+<pid>` of a process started, `-<pid>` of one that ended. */
  register(line: string): void;
  stop(): Promise<void>;
}

/** Starts `watchdog.ts` in a session of its own, so that what ends the supervisor spares it. */
export function startWatchdog(): Watchdog {
  const script = fileURLToPath(new URL("./watchdog.ts", import.meta.url));
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-run", "--no-config", script],
    stdin: "piped",
    stdout: "null",
    stderr: "null",
    detached: Deno.build.os !== "windows",
  }).spawn();
  const writer = child.stdin.getWriter();
  // Somebody may have ended it: the house goes on, only without its help.
  const gone = () => {};
  return {
    register: (line) =>
      void writer.write(new TextEncoder().encode(`${line}\n`)).catch(gone),
    async stop() {
      await writer.close().catch(gone);
      await child.status;
    },
  };
}
