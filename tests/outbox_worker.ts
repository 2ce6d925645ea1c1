/** One worker of the outbox as a process of its own, for a test that kills it. Ends at SIGTERM. */
import { outboxTools } from "@/jobs/deps.ts";
import { processOutbox } from "@/jobs/outbox.ts";

const stopping = new AbortController();
Deno.addSignalListener("SIGTERM", () => stopping.abort());
while (!stopping.signal.aborted) {
  await processOutbox(outboxTools(stopping.signal));
  await new Promise((done) => setTimeout(done, 200));
}
Deno.exit(0);
