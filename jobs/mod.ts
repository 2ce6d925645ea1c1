import { onOutboxChange } from "@/services/notifications/outbox_signal.ts";
import { onAttachmentHeldBack } from "@/services/attachments/signal.ts";
import { onDocumentsChange } from "@/services/documents/signal.ts";
import { serviceClient } from "@/services/supabase.ts";
import { CoalescingRunner } from "./coalescing_runner.ts";
import { refreshNextSlots } from "./next_slots.ts";
import { processDocuments } from "./documents.ts";
import { processOutbox } from "./outbox.ts";
import { endOnSigterm } from "./shutdown.ts";
import { purgeExpired } from "./purge_expired.ts";
import { removeUnsent, scanAttachments } from "./attachments.ts";
import { attachmentTools, documentTools, outboxTools } from "./deps.ts";
import { offerEarlierSlots } from "./waiting_list.ts";

/** What runs without a request. Imported once, by `main.ts`; building the app does not import it. */

const stopping = new AbortController();

const outbox = new CoalescingRunner(
  "outbox",
  () => processOutbox(outboxTools(stopping.signal)),
);

const waitingList = new CoalescingRunner(
  "waiting list",
  async () => {
    if (await offerEarlierSlots(serviceClient()) > 0) triggerOutbox();
  },
);

const documents = new CoalescingRunner(
  "documents",
  () => processDocuments(documentTools(stopping.signal)),
);

const attachments = new CoalescingRunner(
  "attachments",
  () => scanAttachments(attachmentTools(stopping.signal)),
);

const retention = new CoalescingRunner("retention", async () => {
  await purgeExpired(serviceClient());
  await removeUnsent(attachmentTools());
});

const nextSlots = new CoalescingRunner(
  "next slots",
  () => refreshNextSlots(serviceClient()),
);

/** Works the outbox at once, in the background. */
const triggerOutbox = outbox.trigger;

onOutboxChange((afterMs) => triggerAfter(triggerOutbox, afterMs));
onDocumentsChange((afterMs) => triggerAfter(documents.trigger, afterMs));
onAttachmentHeldBack(attachments.trigger);
Deno.cron("attachments", "* * * * *", attachments.run);
Deno.cron("documents", "* * * * *", documents.run);
Deno.cron("outbox", "* * * * *", outbox.run);
Deno.cron("waiting list", "* * * * *", waitingList.run);
Deno.cron("next slots", "* * * * *", nextSlots.run);
Deno.cron("retention", "*/10 * * * *", retention.run);
// What fell due while nobody worked does not wait for the next round.
triggerOutbox();
documents.trigger();
attachments.trigger();
retention.trigger();
waitingList.trigger();
nextSlots.trigger();
endOnSigterm(
  () => stopping.abort(),
  async () => {
    await Promise.all([
      outbox.idle(),
      documents.idle(),
      attachments.idle(),
      nextSlots.idle(),
      retention.idle(),
      waitingList.idle(),
    ]);
  },
);

function triggerAfter(trigger: () => void, milliseconds: number): void {
  if (milliseconds === 0) return trigger();
  // The next minute's run of another process sends what this one leaves.
  Deno.unrefTimer(setTimeout(trigger, milliseconds));
}
