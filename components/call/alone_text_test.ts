import { assertEquals } from "@std/assert";
import { connection } from "@/i18n/en/connection.ts";
import { consultation } from "@/i18n/en/consultation.ts";
import type { AppointmentRecord } from "@/domain/records.ts";
import { aloneText } from "./alone_text.ts";

const T1 = "2026-11-29T10:01:00+00:00";
const T2 = "2026-11-29T10:09:00+00:00";

function text(
  record: Partial<AppointmentRecord>,
  where: "here" | "away" | "unknown",
): string {
  return aloneText(
    {
      record: {
        state: "in_progress",
        held_by: "video",
        left_at: null,
        reopened_at: null,
        resumed_at: null,
        reopening_told: [],
        ...record,
        // The rest of a record has no say here.
      } as unknown as AppointmentRecord,
      name: "Ana Lopes",
      ringing: false,
      declined: false,
      here: where === "here",
      away: where === "away",
    },
    consultation,
    connection,
  );
}

Deno.test("opened again, the doctor reads where the patient is, and by what they are told", () => {
  const reopened = { left_at: T2, reopened_at: T2, resumed_at: T2 };
  assertEquals(text(reopened, "unknown"), "Waiting for Ana Lopes…");
  assertEquals(
    text(reopened, "here").startsWith("Ana Lopes’s page is open"),
    true,
  );
  assertEquals(
    text({ ...reopened, reopening_told: ["sms", "email"] }, "away"),
    "Ana Lopes has closed the page. We are telling them by SMS and by e-mail, with the link to come back. If nobody comes back, end the consultation again.",
  );
  assertEquals(
    text(reopened, "away"),
    "Ana Lopes has closed the page. If nobody comes back, end the consultation again.",
  );
});

Deno.test("who was back and is gone, and who talked by telephone, was told nothing", () => {
  const wasBack = {
    reopened_at: T1,
    resumed_at: T1,
    reopening_told: ["sms" as const],
  };
  const words = "Ana Lopes no longer has the page open.";
  assertEquals(text(wasBack, "away").startsWith(words), true);
  const byTelephone = { left_at: T2, reopened_at: T1, resumed_at: T2 };
  assertEquals(text(byTelephone, "away").startsWith(words), true);
  assertEquals(text(byTelephone, "here").includes("they must press"), true);
});
