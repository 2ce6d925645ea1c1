/**
 * Ends the parts of a house whose supervisor was killed. It hears `+<pid>` and `-<pid>` on its
 * standard input; the supervisor's death closes that, and whoever is still listed is ended.
 */
const pids = new Set<number>();
let rest = "";
for await (
  const text of Deno.stdin.readable.pipeThrough(new TextDecoderStream())
) {
  const lines = (rest + text).split("\n");
  rest = lines.pop() ?? "";
  for (const line of lines) {
    const pid = Number(line.slice(1));
    if (line.startsWith("+")) pids.add(pid);
    else pids.delete(pid);
  }
}
end("SIGTERM");
if (pids.size > 0) setTimeout(() => end("SIGKILL"), 2_000);

function end(signal: Deno.Signal) {
  for (const pid of pids) {
    try {
      Deno.kill(pid, signal);
    } catch {
      pids.delete(pid); // it has ended
    }
  }
}
