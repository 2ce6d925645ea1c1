import { assert, assertEquals, assertMatch } from "@std/assert";
import { languages } from "@/i18n/mod.ts";
import { segments } from "../../local/carriers/segments.ts";
import { notificationMessage } from "./message.ts";
import { smsText } from "./sms_text.ts";
import { claimed, head, type Kind, mail, sms, sources } from "./testing.ts";

for (const language of languages) {
  Deno.test(`a guest reads in ${language} with whom and when, and nothing of the patient`, async () => {
    const link =
      `https://econsult.example/${language}/guest?token=token-of-g-1`;
    const times: [Kind, RegExp][] = [
      ["guest_invitation", /17:10/],
      ["guest_appointment_moved", /26.*08:00.*25.*17:10/],
      ["guest_appointment_cancellation", /25.*17:10/],
    ];
    for (const [kind, time] of times) {
      const text = await sms(kind, language);
      const { text: words } = await mail(kind, language);
      for (const message of [text, words]) {
        assertMatch(message, /Dr.? Inês Ferreira/);
        assertMatch(message, time, kind);
        assertEquals(/Martins|médic|Urgence/.test(message), false);
      }
      assert(segments(text) <= 4, `${segments(text)}: ${text}`);
      const leads = kind !== "guest_appointment_cancellation";
      assertEquals(text.endsWith(link), leads, text);
      assertEquals(words.includes(link), leads, words);
    }
  });

  Deno.test(`what a guest is told later in ${language} is two SMS in GSM-7 at most`, async () => {
    for (
      const kind of [
        "guest_appointment_moved",
        "guest_appointment_cancellation",
      ] as const
    ) {
      const notification = claimed(kind, "sms", language);
      if (!("appointment" in notification)) throw new Error("about nothing");
      notification.appointment.doctor.first_name = "Anne-Marie";
      const guestToken = () => Promise.resolve("0".repeat(64));
      const message = await notificationMessage(
        notification,
        { ...sources, guestToken },
        head,
      );
      assert(message.channel === "sms");
      const text = smsText(message.text);
      assert(segments(text) <= 2, `${segments(text)}: ${text}`);
    }
  });
}
