import { assertEquals } from "@std/assert";
import type { MessageRecord } from "./records.ts";
import { type ThreadConsultation, withConsultations } from "./threads.ts";

const message = (id: string, sent_at: string): MessageRecord => ({
  id,
  thread_id: "thread",
  author: "patient",
  body: id,
  sent_at,
  read_at: null,
  attachment: null,
});

const consultation = (id: string, starts_at: string): ThreadConsultation => ({
  id,
  state: "completed",
  starts_at,
  ends_at: starts_at,
});

const names = (
  messages: MessageRecord[],
  consultations: ThreadConsultation[],
) =>
  withConsultations(messages, consultations).map((item) =>
    item.kind === "message" ? item.message.id : item.consultation.id
  );

Deno.test("consultations stand between the messages before and after them", () => {
  assertEquals(
    names(
      [
        message("a", "2026-11-02T10:00:00Z"),
        message("b", "2026-11-04T10:00:00Z"),
      ],
      [
        consultation("C1", "2026-11-01T10:00:00+01:00"),
        consultation("C2", "2026-11-03T10:00:00Z"),
        consultation("C3", "2026-11-05T10:00:00Z"),
      ],
    ),
    ["C1", "a", "C2", "b", "C3"],
  );
});

Deno.test("of the consultations before the first message the last one is shown, and without messages too", () => {
  const [one, two] = [
    consultation("C1", "2026-11-01T10:00:00Z"),
    consultation("C2", "2026-11-02T10:00:00Z"),
  ];
  assertEquals(
    names([message("a", "2026-11-03T10:00:00Z")], [one, two]),
    ["C2", "a"],
  );
  assertEquals(names([], [one, two]), ["C2"]);
  assertEquals(names([], []), []);
});
