import { runOutbox } from "../tests/outbox_workers.ts";
import { type Row, row } from "./row.ts";

/** As many as take a minute and a half on two shared cores; `BENCH_MESSAGES` is another number (10,000 take eight). */
const MESSAGES = Number(Deno.env.get("BENCH_MESSAGES") ?? 2_000);

/** The outbox under four workers of which two are killed, with providers that fail one request in five. */
export async function rows(): Promise<Row[]> {
  const { taken, different, unsettled, seconds, dueAtKill, refused } =
    await runOutbox(MESSAGES, "arrive");
  console.log({ taken, different, unsettled, seconds, dueAtKill, refused });
  return [
    row(
      "messages that arrived, two of four workers killed",
      "messages",
      different,
      "messages",
      MESSAGES,
    ),
    row(
      "messages that the providers took",
      "messages",
      taken,
      "different ones",
      different,
    ),
    row(
      "messages a second by then",
      "1/s",
      MESSAGES / seconds,
      "none",
      NaN,
    ),
  ];
}
