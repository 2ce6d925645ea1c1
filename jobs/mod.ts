import { onOutboxChange } from "@/services/outbox_signal.ts";
import { serviceClient } from "@/services/supabase.ts";
import { Kicked } from "./kick.ts";
import { workOutbox } from "./outbox.ts";
import { endOnSigterm } from "./shutdown.ts";
import { sweep } from "./sweep.ts";
import { outboxTools } from "./tools.ts";

/** What runs without a request. Imported once, by `main.ts`; building the app does not import it. */

const stopping = new AbortController();

const outbox = new Kicked(
  "outbox",
  () => workOutbox(outboxTools(stopping.signal)),
);

const sweeping = new Kicked("retention", () => sweep(serviceClient()));

/** Works the outbox at once, in the background. */
export const kickOutbox = outbox.kick;

onOutboxChange(kickOutbox);
Deno.cron("outbox", "* * * * *", outbox.run);
Deno.cron("retention", "*/10 * * * *", sweeping.run);
// What fell due while nobody worked does not wait for the next minute.
kickOutbox();
endOnSigterm(
  () => stopping.abort(),
  async () => {
    await Promise.all([outbox.idle(), sweeping.idle()]);
  },
);
