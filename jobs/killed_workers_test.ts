import { assert, assertEquals } from "@std/assert";
import { runOutbox } from "../tests/outbox_workers.ts";

const MESSAGES = 300;

Deno.test(`${MESSAGES} messages, four workers of which two are killed, providers that fail one time in five and whose reports are lost: each arrives, once`, async () => {
  const { taken, different, unsettled, refused, dueAtKill } = await runOutbox(
    MESSAGES,
    "are lost",
  );
  assert(dueAtKill > 0, "the workers were killed in the middle of it");
  assertEquals({ taken, different, unsettled }, {
    taken: MESSAGES,
    different: MESSAGES,
    unsettled: 0,
  });
  assert(refused > MESSAGES * 0.15, "the providers failed");
});
